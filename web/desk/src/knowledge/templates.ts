import { get, post } from '@minsheng/shared/http'
import type { Template } from '../work-order/work-order'

/** What somebody wants a template to say, and what its department said to it. */
export interface TemplateChange {
  id: string
  code: string
  category: string | null
  title: string
  body: string
  basis: string
  department: string
  /** The department that gives the template away; it signs too. */
  former: string | null
  agreedBy: string | null
  releasedBy: string | null
  withdrawal: boolean
  reason: string
  writtenBy: string
  writtenAt: string
  state: 'OPEN' | 'SIGNED' | 'DECLINED' | 'TAKEN_BACK'
  decidedBy: string | null
  decidedAt: string | null
  decision: string
}

/** Without a code: a new template. */
export interface TemplateWish { code: string | null, category: string | null, title: string, body: string, basis: string, department: string, withdrawal: boolean, reason: string }

const CHANGES = '/api/knowledge/templates/changes'

export const listTemplates = () => get<Template[]>('/api/knowledge/templates')
export const openChanges = () => get<TemplateChange[]>(CHANGES)
export const changesOf = (code: string) => get<TemplateChange[]>(`/api/knowledge/templates/${encodeURIComponent(code)}/changes`)
export const wishChange = (wish: TemplateWish, key: string) => post<TemplateChange>(CHANGES, wish, { key })
export const decideChange = (id: string, how: 'sign' | 'decline' | 'take-back', reason = '') => post<TemplateChange>(`${CHANGES}/${id}/${how}`, { reason })

export const wishOf = (template: Template): TemplateWish => ({
  code: template.code, category: template.category, title: template.title, body: template.body, basis: template.basis, department: template.department,
  withdrawal: false, reason: '',
})
export const newWish = (department: string): TemplateWish => ({ code: null, category: null, title: '', body: '', basis: '', department, withdrawal: false, reason: '' })

/** Templates that hold every word typed, in title, text or department. */
export function matching(templates: Template[], typed: string) {
  const words = typed.trim().split(/\s+/).filter(Boolean)
  return templates.filter(each => words.every(word => `${each.code} ${each.title} ${each.body} ${each.departmentName ?? ''}`.includes(word)))
}
