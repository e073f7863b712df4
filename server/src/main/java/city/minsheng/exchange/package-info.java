/**
 * 对接: what comes from outside as files: requests to import, messages with replies to replay through their whole life.
 *
 * <p>Owns no table: the same external id of the same channel is the same order, so importing twice changes nothing.
 */
@NullMarked
@ApplicationModule(displayName = "Exchange 对接", allowedDependencies = {"platform", "directory", "catalogue", "requester", "workorder", "intake", "followup"})
package city.minsheng.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
