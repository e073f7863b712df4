import { loadPeople, people } from '../telephony/people'
import { options } from '../telephony/telephone'
import { useWords } from '../words/use-words'

/** How the lists of the hall name queues, people and ends. */
export function useCallWords() {
  const { t, te, named } = useWords()
  void loadPeople()
  const known = (key: string, otherwise: string) => te(key) ? t(key) : otherwise
  return {
    queueOf: (code: string) => named(options.value?.queues.find(each => each.code === code)) || code,
    codeOf: (code: string | null) => named(options.value?.wrapUpCodes.find(each => each.code === code)) || code || '',
    personOf: (username: string | null) => username === null ? '' : named(people.value.get(username)) || username,
    endOf: (end: string | null) => end === null ? '' : known(`telephone.pop.end.${end}`, end),
    logWords: (kind: string) => known(`hall.log.${kind}`, kind),
  }
}
