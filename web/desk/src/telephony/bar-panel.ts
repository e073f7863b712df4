import { reactive, ref } from 'vue'
import type { Panel } from './buttons'

/** The one panel that hangs from the bar. */
export const panel = ref<Panel | null>(null)

export const toggle = (which: Panel) => { panel.value = panel.value === which ? null : which }

/** What was typed into a panel during a call stays, also when the panel or the call has gone. */
export const notes = reactive<Record<string, string>>({})

/** What the answer desk holds of the call, for whoever is called in. */
export interface Said { call: string, place: string, summary: string }
export const said = ref<Said>({ call: '', place: '', summary: '' })

export const saidOf = (call: string): Said => said.value.call === call ? said.value : { call, place: '', summary: '' }
