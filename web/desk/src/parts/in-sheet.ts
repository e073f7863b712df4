import { inject, provide, type InjectionKey } from 'vue'

const IN_SHEET: InjectionKey<boolean> = Symbol('in a sheet')

/** What hangs on the page lies beneath an open dialog: a list that opens within one stays within it. */
export const isInSheet = () => inject(IN_SHEET, false)
export const beSheet = () => provide(IN_SHEET, true)
