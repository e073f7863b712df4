import { computed, nextTick, watch, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { openDrafts, aboutOf } from '../drafts/open-drafts'
import { said } from '../telephony/bar-panel'
import { popOf, wantPop } from '../telephony/pop'
import { inCall } from '../telephony/rules'
import type { Call, Seat } from '../telephony/seat'
import { seat } from '../telephony/telephone'
import { useWords } from '../words/use-words'
import { deskKey, emptyDesk, isEmptyDesk, type DeskText } from './desk-text'

type Draft = { turn(fresh: DeskText): Promise<void> }

/** A call in which a citizen may say something new: one that comes in, or one that we owed. */
const bringsWords = (call: Call) => call.direction === 'IN' || call.purpose === 'CALL_BACK'

/** The call for whose text the desk should stand open now: the one spoken in, the one just ended, or none. */
function callToWrite(now: Seat | null) {
  if (now?.call && bringsWords(now.call) && inCall(now)) return now.call.id
  return now?.wrapUp?.call ?? ''
}

/** Joins the form with the telephone: each call its own text, nothing typed is written over, and what was begun can be taken up again. */
export function useCallText(text: Ref<DeskText>, draft: Draft, channel: () => string, toWords: () => void) {
  const { placeOf } = useWords()
  const route = useRoute()
  const router = useRouter()
  const rings = computed(() => seat.value?.state === 'RINGING' && seat.value.call ? seat.value.call.id : '')
  const writes = computed(() => callToWrite(seat.value))
  const pop = computed(() => popOf(text.value.call))
  /** What the line itself tells, there before anything was looked up. */
  const caller = computed(() => (text.value.call && seat.value?.call?.id === text.value.call ? seat.value.call : null) ?? pop.value)
  const kept = computed(() => openDrafts.value
    .filter(({ key }) => (key === 'desk' || key.startsWith('desk:')) && key !== deskKey(text.value))
    .map(({ key, summary }) => ({ call: key === 'desk' ? '' : key.slice('desk:'.length), about: aboutOf(summary) })))

  const blank = (call: string) => ({ ...emptyDesk(channel()), call })

  async function turnTo(call: string) {
    if (text.value.call === call) return
    await draft.turn(blank(call))
    fillIn()
  }

  /** What came along with a transfer stands in the box, unless something is typed there. */
  function fillIn() {
    const handed = seat.value?.call?.handedBy
    if (handed?.notes && seat.value?.call?.id === text.value.call && isEmptyDesk(text.value)) text.value.body = handed.notes
  }

  // An empty desk turns to the call that rings; one that is being written on only when the call is answered.
  watch(rings, call => { if (call && isEmptyDesk(text.value)) void turnTo(call) })
  watch(writes, call => {
    if (call) void turnTo(call).then(() => nextTick(toWords))
    else if (isEmptyDesk(text.value) && !rings.value) void turnTo('')
  })
  watch(() => text.value.call, call => { if (call) void wantPop(call) }, { immediate: true })
  watch(text, ({ call, body, area, address }) => { said.value = { call, summary: body, place: placeOf(area || null, address) } }, { deep: true, immediate: true })
  watch(() => route.query['call'], call => { if (typeof call === 'string') void takeUp(call) })

  async function takeUp(call: string) {
    await turnTo(call)
    if (route.query['call'] !== undefined) void router.replace({ name: 'answer-desk' })
  }

  /** Where the desk stands when it is opened: at the call of this moment, at the draft asked for, or empty. */
  async function begin() {
    const asked = route.query['call']
    const call = writes.value || (typeof asked === 'string' ? asked : '') || rings.value
    await draft.turn(blank(call))
    fillIn()
    await nextTick()
    if (asked !== undefined) void router.replace({ name: 'answer-desk' })
  }

  /** After sending: one more matter of the same caller, as long as the call or its wrap-up lasts. */
  const next = () => blank(writes.value)

  return { pop, caller, kept, turnTo, begin, next }
}
