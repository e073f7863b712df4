import { createRouter, createWebHistory } from 'vue-router'
import { loadSpecialDays } from '../clock/clock'
import { listen } from '../live/live'
import { loadReference, reference } from '../reference/reference'
import { loadSession, me, session } from '../session/session'
import { campaignRoutes } from '../campaign/routes'
import { hallRoute } from '../hall/routes'
import { home } from '../worklist/worklists'

declare module 'vue-router' {
  interface RouteMeta { open?: boolean }
}

/** A redirect would be resolved before anybody knows who has signed in; a guard on this is not. */
const NOWHERE = { render: () => null }

export const router = createRouter({
  history: createWebHistory('/desk/'),
  routes: [
    { path: '/sign-in', name: 'sign-in', component: () => import('../session/SignInPage.vue'), meta: { open: true } },
    { path: '/password', name: 'password', component: () => import('../session/PasswordPage.vue'), meta: { open: true } },
    { path: '/wall', name: 'wall', component: () => import('../hall/WallPage.vue') },
    {
      path: '/',
      component: () => import('./DeskFrame.vue'),
      children: [
        { path: '', name: 'home', component: NOWHERE, beforeEnter: () => home() },
        { path: 'answer', name: 'answer-desk', component: () => import('../answer-desk/AnswerDesk.vue') },
        { path: 'list/:view', name: 'worklist', component: () => import('../worklist/WorklistPage.vue'), props: true },
        { path: 'orders/:id', name: 'order', component: () => import('../work-order/OrderPage.vue'), props: true },
        { path: 'drafts', name: 'drafts', component: () => import('../drafts/DraftsPage.vue') },
        { path: 'rates', name: 'rates', component: () => import('../supervision/RatesPage.vue') },
        { path: 'rates/:rate', name: 'rate-orders', component: () => import('../supervision/RateOrdersPage.vue'), props: true },
        { path: 'daily-sheet', name: 'daily-sheet', component: () => import('../supervision/SheetPage.vue') },
        { path: 'measures', name: 'measures', component: () => import('../supervision/MeasuresPage.vue') },
        { path: 'hotspots', name: 'hotspots', component: () => import('../hotspot/HotspotsPage.vue') },
        { path: 'hotspots/profile', name: 'profile', component: () => import('../hotspot/ProfilePage.vue') },
        { path: 'hotspots/:id(\\d+)', name: 'hotspot', component: () => import('../hotspot/EventPage.vue'), props: true },
        ...campaignRoutes,
        { path: 'today', name: 'today', component: () => import('../supervision/TodayBoard.vue') },
        { path: 'search', name: 'search', component: () => import('../search/SearchPage.vue') },
        { path: 'search-index', name: 'search-index', component: () => import('../search/IndexPage.vue') },
        { path: 'calendar', name: 'calendar', component: () => import('../administration/CalendarPage.vue') },
        { path: 'people', name: 'people', component: () => import('../administration/PeoplePage.vue') },
        { path: 'limits', name: 'limits', component: () => import('../administration/LimitsPage.vue') },
        { path: 'models', name: 'models', component: () => import('../administration/ModelsPage.vue') },
        { path: 'catalogue', name: 'catalogue', component: () => import('../administration/CataloguePage.vue') },
        { path: 'knowledge', name: 'knowledge', component: () => import('../knowledge/KnowledgePage.vue') },
        { path: 'knowledge/new', name: 'article-new', component: () => import('../knowledge/ArticleNew.vue') },
        { path: 'knowledge/corrections', name: 'corrections', component: () => import('../knowledge/CorrectionsPage.vue') },
        { path: 'knowledge/templates', name: 'templates', component: () => import('../knowledge/TemplatesPage.vue') },
        { path: 'knowledge/gaps', name: 'gaps', component: () => import('../knowledge/GapsPage.vue') },
        { path: 'knowledge/articles/:code', name: 'article', component: () => import('../knowledge/ArticlePage.vue'), props: true },
        hallRoute,
        { path: ':rest(.*)*', component: NOWHERE, beforeEnter: () => home() },
      ],
    },
  ],
})

/** Nobody passes without a session, nor with a password that somebody else has chosen. */
router.beforeEach(async to => {
  if (session.value === null) await loadSession().catch(() => undefined)
  if (!me.value) return to.name === 'sign-in' ? true : { name: 'sign-in', query: to.path === '/' ? {} : { to: to.fullPath } }
  if (me.value.mustChangePassword) return to.name === 'password' ? true : { name: 'password' }
  if (!to.meta.open && reference.value.departments.length === 0) {
    await loadReference()
    listen()
    void loadSpecialDays()
  }
  return to.name === 'sign-in' ? home() : true
})
