import { ref, shallowRef } from 'vue'
import { newKey } from '@minsheng/shared/http'
import { asProblem, type Problem } from '@minsheng/shared/problem'
import { act, open, type Body, type OrderView } from './work-order'

/** Somebody else moved the order on while this person was typing. */
export interface Conflict { changedByName: string, changedAt: string, change: string, current: OrderView }

async function conflictIn(problem: Problem, id: string): Promise<Conflict | null> {
  if (problem.code !== 'changed-meanwhile') return null
  const current = await open(id).catch(() => null)
  return current && { ...problem.body as unknown as Omit<Conflict, 'current'>, current }
}

/** Sends one action. What was typed stays where it is, whatever the answer. */
export function useAction() {
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  const conflict = shallowRef<Conflict | null>(null)
  // One key until the server has answered: pressing again after a broken line repeats, and does not do it twice.
  let key = newKey()

  async function send(order: { id: string, version: number }, verb: string, body: Body): Promise<OrderView | null> {
    busy.value = true
    problem.value = null
    conflict.value = null
    try {
      const after = await act(order, verb, body, key)
      key = newKey()
      return after
    } catch (thrown) {
      const failed = asProblem(thrown)
      if (!failed.unreachable) key = newKey()
      conflict.value = await conflictIn(failed, order.id)
      problem.value = conflict.value ? null : failed
      return null
    } finally {
      busy.value = false
    }
  }

  return { busy, problem, conflict, send }
}
