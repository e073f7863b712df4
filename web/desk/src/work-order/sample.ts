import type { Offer, OrderView } from './work-order'

/** An order for tests, with what the test is about laid over it. */
export function sampleOrder(over: Partial<OrderView> = {}): OrderView {
  return {
    id: '1', number: 'DZ20261123-0001', title: '暖气不热', kind: 'COMPLAINT', category: '010102', categoryName: '室温不达标',
    level: 'GENERAL', area: null, areaName: null, rating: null, address: '3号楼', status: 'IN_PROGRESS', outcome: null,
    holder: { kind: 'DEPARTMENT', code: 'reli', name: '热力公司' }, department: 'reli', departmentName: '热力公司',
    channel: 'hotline', receivedAt: '2026-11-23T09:00:00+08:00', due: null, badges: [], version: 3,
    body: '家里只有14度', requester: null, externalId: null, registeredBy: null, registeredByName: null, confidential: false, actions: [], clocks: [], assignments: [],
    steps: [], replies: [], answer: null, result: null, rated: { contacted: null, solved: null, satisfied: null },
    attachments: [], parent: null, children: [], reworks: 0, sentBacks: 0, reassignments: 0, returns: 0, attempts: 0,
    bound: false, problemSince: null, extensionAsked: null, reviewOn: null,
    ...over,
  }
}

export const offer = (verb: string, why?: string): Offer =>
  ({ action: verb.toUpperCase().replace(/-/g, '_'), verb, allowed: why === undefined, why })

/** As the server sends it: the row inside the view. */
export const sent = (order: OrderView) => ({ order, ...order })
