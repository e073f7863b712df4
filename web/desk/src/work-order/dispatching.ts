export interface Supporting { department: string, amount: number, unit: 'WORKING_DAYS' | 'HOURS' }

/** 派单: one lead department, any number of supporting ones with limits of their own. */
export interface DispatchText { department: string, supporting: Supporting[], note: string, level: string }

export const emptyDispatch = (): DispatchText => ({ department: '', supporting: [], note: '', level: '' })

/** Supporting departments follow the names chosen; those already there keep their limits. */
export function supportedBy(codes: string[], before: Supporting[]): Supporting[] {
  return codes.map(code =>
    before.find(each => each.department === code) ?? { department: code, amount: 3, unit: 'WORKING_DAYS' })
}
