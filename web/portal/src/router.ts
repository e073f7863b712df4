import { nextTick, watch } from 'vue'
import type { RouteLocation, RouteRecordRaw } from 'vue-router'
import { createRouter, createWebHistory } from 'vue-router'
import { houseName } from './api/known'
import FindAnswers from './answers/FindAnswers.vue'
import ReadAnswer from './answers/ReadAnswer.vue'
import { hasCode, takeCode } from './call-rating/asked'
import RateCall from './call-rating/RateCall.vue'
import AboutPage from './start/AboutPage.vue'
import StartPage from './start/StartPage.vue'
import AskContact from './submit/AskContact.vue'
import AskKind from './submit/AskKind.vue'
import AskPrivacy from './submit/AskPrivacy.vue'
import AskTopic from './submit/AskTopic.vue'
import AskWhat from './submit/AskWhat.vue'
import AskWhere from './submit/AskWhere.vue'
import CheckAnswers from './submit/CheckAnswers.vue'
import { receipt } from './submit/draft'
import RequestReceived from './submit/RequestReceived.vue'
import { firstUnanswered } from './submit/steps'
import type { Verb } from './track/act'
import { ACTS } from './track/act'
import ActPage from './track/ActPage.vue'
import { news, ticket } from './track/followed'
import OrderProgress from './track/OrderProgress.vue'
import RateQuestion from './track/RateQuestion.vue'
import RateWords from './track/RateWords.vue'
import type { Question } from './track/rating'
import { firstUnrated, QUESTIONS } from './track/rating'
import TrackRequest from './track/TrackRequest.vue'
import { locale } from './words/words'

/** Nobody lands on a page whose questions before it are open. */
const answered = () => firstUnanswered() === 'check' || `/ask/${firstUnanswered()}?change`
const handedIn = () => !!receipt.value || '/'
const following = () => !!ticket.value || '/track'
const rated = () => following() === true ? !firstUnrated() || `/track/rate/${firstUnrated()}` : '/track'

const ACT_PAGES: RouteRecordRaw[] = (Object.keys(ACTS) as Verb[]).map(verb => (
  { path: `/track/do/${verb}`, component: ActPage, props: { verb }, beforeEnter: following }))
const RATE_PAGES: RouteRecordRaw[] = (Object.keys(QUESTIONS) as Question[]).map(question => (
  { path: `/track/rate/${question}`, component: RateQuestion, props: { question }, beforeEnter: following }))

export const routes: RouteRecordRaw[] = [
  { path: '/', component: StartPage },
  { path: '/about', component: AboutPage },
  { path: '/answers', component: FindAnswers },
  { path: '/answers/:code', component: ReadAnswer },
  { path: '/ask/kind', component: AskKind },
  { path: '/ask/what', component: AskWhat },
  { path: '/ask/topic', component: AskTopic },
  { path: '/ask/where', component: AskWhere },
  { path: '/ask/privacy', component: AskPrivacy },
  { path: '/ask/contact', component: AskContact },
  { path: '/ask/check', component: CheckAnswers, beforeEnter: answered },
  { path: '/ask/done', component: RequestReceived, beforeEnter: handedIn },
  { path: '/rate-call', component: RateCall, beforeEnter: () => hasCode() || '/' },
  { path: '/track', component: TrackRequest },
  { path: '/track/order', component: OrderProgress, beforeEnter: following },
  ...ACT_PAGES,
  ...RATE_PAGES,
  { path: '/track/rate-words', component: RateWords, beforeEnter: rated },
  { path: '/:elsewhere(.*)*', redirect: '/' },
]

export function makeRouter() {
  const router = createRouter({
    history: createWebHistory(),
    routes,
    scrollBehavior: (_to, _from, before) => before ?? { top: 0 },
  })
  router.beforeEach(to => takeCode(to.hash) ? { path: '/rate-call', replace: true } : true)
  router.beforeEach(forgetNews)
  router.afterEach((to, from) => arrive(from.matched.length > 0 && to.path !== from.path))
  watch([locale, houseName], nameWindow, { flush: 'post' })
  return router
}

function forgetNews(_to: RouteLocation, from: RouteLocation) {
  if (from.path === '/track/order') news.value = ''
}

/** A new page is announced by its title: the cursor goes there, as on a page that was loaded. */
async function arrive(moved: boolean) {
  await nextTick()
  nameWindow()
  if (moved) document.getElementById('title')?.focus()
}

function nameWindow() {
  const title = document.getElementById('title')?.textContent
  document.title = title ? `${title} – ${houseName.value}` : houseName.value
}
