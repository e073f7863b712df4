/**
 * 坐席台: what the staff screens join together: reference lists, search, drafts, saved views, live changes.
 *
 * <p>Owns {@code draft} and {@code saved_view}. Nothing typed is lost: a draft is kept at every pause.
 */
@NullMarked
@ApplicationModule(displayName = "Desk 坐席台", allowedDependencies = {"platform", "directory", "catalogue", "requester", "search", "workorder",
    "intake", "telephony", "supervision", "campaign"})
package city.minsheng.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
