/**
 * 工单: the life of one work order, from registration to the archive.
 *
 * <p>Owns {@code work_order}, {@code work_order_step}, {@code clock}, {@code assignment}, {@code reply} and
 * {@code attachment}. The steps are the truth: an order's row is what its steps add up to, and {@link
 * city.minsheng.workorder.Proof} shows it. An order that is not closed has a running clock with a holder. Tells the
 * rooms above by the outbox; knows nothing of phones, supervision or statistics.
 */
@NullMarked
@ApplicationModule(displayName = "Work order 工单", allowedDependencies = {"platform", "directory", "catalogue", "requester", "search"})
package city.minsheng.workorder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
