import type { RouteRecordRaw } from 'vue-router'
import { me } from '../session/session'
import { options, startTelephone } from '../telephony/telephone'
import { hallPlaces } from './places'

const NOWHERE = { render: () => null }

/** The first of the places that this person works in. */
async function first() {
  await startTelephone()
  const place = hallPlaces(me.value?.roles ?? [], options.value?.lead ?? false)[0]
  return place ? { name: `hall-${place}` } : { name: 'home' }
}

export const hallRoute: RouteRecordRaw = {
  path: 'hall',
  component: () => import('./HallPage.vue'),
  children: [
    { path: '', name: 'hall', component: NOWHERE, beforeEnter: () => first() },
    { path: 'seats', name: 'hall-seats', component: () => import('./SeatsPage.vue') },
    { path: 'call-backs', name: 'hall-call-backs', component: () => import('./CallBacksPage.vue') },
    { path: 'calls', name: 'hall-calls', component: () => import('./CallsPage.vue') },
    { path: 'calls/:id', name: 'hall-call', component: () => import('./CallPage.vue'), props: true },
    { path: 'reviews', name: 'hall-reviews', component: () => import('./ReviewsPage.vue') },
    { path: 'figures', name: 'hall-figures', component: () => import('./FiguresPage.vue') },
  ],
}
