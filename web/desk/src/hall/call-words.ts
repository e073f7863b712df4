import { loadPeople, people } from '../telephony/people'
import { options } from '../telephony/telephone'
import { useWords } from '../words/use-words'

/** How the lists of the hall name queues, people and ends. */
const SEAT = /^座席 (\d+)$/

export function useCallWords() {
  const { t, te, named } = useWords()
  void loadPeople()
  const known = (key: string, otherwise: string) => te(key) ? t(key) : otherwise
  const queueOf = (code: string) => named(options.value?.queues.find(each => each.code === code)) || code
  return {
    queueOf,
    codeOf: (code: string | null) => named(options.value?.wrapUpCodes.find(each => each.code === code)) || code || '',
    personOf: (username: string | null) => username === null ? '' : named(people.value.get(username)) || username,
    endOf: (end: string | null) => end === null ? '' : known(`telephone.pop.end.${end}`, end),
    logWords: (kind: string) => known(`hall.log.${kind}`, kind),
    /** What the server adds to a line of the log, where it is no name. */
    saidIn({ kind, words }: { kind: string, words: string }) {
      if (kind === 'QUEUED' || kind === 'OVERFLOWED') return words.split(' → ').map(queueOf).join(' → ')
      const seat = SEAT.exec(words)?.[1]
      return seat ? t('telephone.seat-n', { n: seat }) : known(`hall.said.${words.replaceAll(' ', '-')}`, words)
    },
  }
}
