/** An RFC 9457 answer. `detail` is written for the user, in the user's language. */
export interface ProblemBody {
  type: string
  title: string
  status: number
  detail?: string
  errors?: { pointer: string, detail: string }[]
  [more: string]: unknown
}

/** The server said no, or could not be reached (status 0). */
export class Problem extends Error {
  readonly body: ProblemBody

  constructor(body: ProblemBody) {
    super(body.detail ?? body.title)
    this.body = body
  }

  /** The last word of the type: `changed-meanwhile`, `not-signed-in`, … */
  get code() {
    return this.body.type.split('/').pop() ?? ''
  }

  get status() {
    return this.body.status
  }

  get unreachable() {
    return this.body.status === 0
  }

  /** What is wrong with one field, if the server named it. */
  about(field: string) {
    return this.body.errors?.find(error => error.pointer.replace(/^[#/]+/, '') === field)?.detail
  }
}

/** Whatever was thrown, as a problem that a screen can show. */
export function asProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  return new Problem({ type: '/problems/unreachable', title: String(thrown), status: 0 })
}
