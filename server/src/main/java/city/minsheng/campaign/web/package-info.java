/** Campaigns over HTTP. */
@NullMarked
package city.minsheng.campaign.web;

import org.jspecify.annotations.NullMarked;
