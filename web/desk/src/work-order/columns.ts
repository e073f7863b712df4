import { ref } from 'vue'

export const COLUMNS = ['due', 'number', 'title', 'place', 'department', 'status', 'badges', 'received'] as const
export type Column = typeof COLUMNS[number]

/** Widths in a fixed table, so that no row shifts another. The request takes what is left. */
export const WIDTHS: Record<Column, string> = {
  due: '206px', number: '142px', title: 'auto', place: '136px', department: '112px', status: '136px', badges: '150px', received: '100px',
}

const KEPT = 'minsheng.hidden-columns'
const NEVER_HIDDEN: ReadonlySet<Column> = new Set(['due', 'number', 'title'])

/** Which columns this browser leaves out, remembered. */
export const hidden = ref<Column[]>(JSON.parse(localStorage.getItem(KEPT) ?? '[]') as Column[])

export const canHide = (column: Column) => !NEVER_HIDDEN.has(column)

export function showColumn(column: Column, show: boolean) {
  hidden.value = show ? hidden.value.filter(each => each !== column) : [...hidden.value, column]
  localStorage.setItem(KEPT, JSON.stringify(hidden.value))
}
