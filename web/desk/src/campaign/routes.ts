import type { RouteRecordRaw } from 'vue-router'

/** The pages of campaigns. */
export const campaignRoutes: RouteRecordRaw[] = [
  { path: 'campaigns', name: 'campaigns', component: () => import('./CampaignsPage.vue') },
  { path: 'campaigns/new', name: 'campaign-new', component: () => import('./ProposalPage.vue') },
  { path: 'campaigns/months', name: 'campaign-months', component: () => import('./MonthsPage.vue') },
  { path: 'campaigns/tasks', name: 'sweep-tasks', component: () => import('./TasksPage.vue') },
  { path: 'campaigns/:id', name: 'campaign', component: () => import('./CampaignPage.vue'), props: true },
  { path: 'campaigns/:id/orders/:of', name: 'campaign-orders', component: () => import('./CampaignOrdersPage.vue'), props: true },
]
