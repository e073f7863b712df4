import { locale, t } from '../words/words'

export interface FieldError { pointer: string, detail: string }

/** A refusal, already in words that can be shown. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
    detail: string,
    readonly errors: FieldError[] = [],
  ) {
    super(detail)
  }

  /** Nothing came back: the request may or may not have arrived, so the same key must be used again. */
  get unanswered(): boolean {
    return this.status === 0 || this.status >= 500
  }
}

const PATIENCE = 40_000

export function get<T>(path: string): Promise<T> {
  return call<T>('GET', path)
}

/** A retry with the same key is the same request to the server. */
export async function post<T>(path: string, body: object, key = newKey()): Promise<T> {
  if (!csrfToken()) await get('/api/session')
  try {
    return await call<T>('POST', path, body, key)
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 403) throw problem
    await get('/api/session')
    return call<T>('POST', path, body, key)
  }
}

export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, byte => (byte + 0x100).toString(16).slice(1)).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

async function call<T>(method: string, path: string, body?: object, key?: string): Promise<T> {
  const headers: Record<string, string> = { 'Accept': 'application/json', 'Accept-Language': locale.value }
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = csrfToken()
  if (key) headers['Idempotency-Key'] = key
  const form = body instanceof FormData ? body : null
  if (body && !form) headers['Content-Type'] = 'application/json'
  const sent = fetch(path, { method, headers, credentials: 'same-origin', body: form ?? (body && JSON.stringify(body)) })
  const answer = await Promise.race([sent, tooLong()]).catch(noNetwork)
  if (!answer.ok) throw await problemIn(answer)
  return answer.json().catch(noNetwork) as Promise<T>
}

async function problemIn(answer: Response): Promise<Problem> {
  const problem = await answer.json().catch(() => ({})) as { type?: string, detail?: string, errors?: FieldError[] }
  const code = (problem.type ?? '').replace('/problems/', '')
  const fallback = answer.status === 429 ? t('error.tooMany') : t('error.server')
  return new Problem(code, answer.status, problem.detail ?? fallback, problem.errors)
}

function noNetwork(): never {
  throw new Problem('no-network', 0, t('error.network'))
}

function tooLong(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('too long')), PATIENCE))
}

function csrfToken(): string {
  return decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '')
}
