import type { Assignment, Due, OrderView } from './work-order'

/** One department of an order: since when, by when, whether it is late. */
export interface Part extends Assignment { due: Due | null, late: boolean }

/** Each department with the clock that runs or ran for it; the reply of the lead stands among the order's replies. */
export function partsOf(order: OrderView): Part[] {
  return order.assignments.map(each => {
    const kind = each.part === 'LEAD' ? 'HANDLE' : 'SUPPORT'
    const clock = order.clocks.filter(one => one.kind === kind && one.holder?.code === each.department).at(-1)
    const reply = order.replies.filter(one => one.department === each.department && one.at >= each.assignedAt).at(-1)
    const open = clock && clock.stoppedAt === null && each.endedAt === null
    return {
      ...each,
      repliedAt: each.repliedAt ?? (each.part === 'LEAD' ? reply?.at ?? null : null),
      due: open ? { clock: clock.kind, startedAt: clock.startedAt, dueAt: clock.dueAt, overdue: clock.overdue } : null,
      late: !open && clock?.overdue === true,
    }
  })
}
