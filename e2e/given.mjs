/** What has happened before a story begins, done by the API in a moment. Each gives the order as it then is. */

/** Dispatched to a department by the one who took the call. */
export function dispatched(agent, department, call = {}) {
  return agent.register({ ...call, first: { dispatch: { department, supporting: [] } } })
}

export async function inProgress(agent, handler, department, call = {}) {
  const order = await dispatched(agent, department, call)
  await handler.act(order, 'accept')
  return order
}

export async function replied(order, handler, answer) {
  await handler.act(order, 'record-contact', { how: 'PHONE', at: (await handler.look(order)).receivedAt })
  await handler.act(order, 'reply', { factual: 'TRUE', result: 'RESOLVED', answer })
  return order
}

/** Answered and approved: the citizen is asked. */
export async function answered(order, handler, reviewer, answer) {
  await replied(order, handler, answer)
  await reviewer.act(order, 'approve')
  return order
}
