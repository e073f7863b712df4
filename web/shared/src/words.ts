/** The words of the trade that every screen shares. The order is the order of the life of a work order. */

export const STATUSES = {
  REGISTERED: { zh: '待派单', en: 'To dispatch', icon: 'inbox', tone: 'quiet' },
  WAITING_FOR_INFORMATION: { zh: '待补充', en: 'Waiting for information', icon: 'question', tone: 'soon' },
  JOINED: { zh: '已并单', en: 'Joined', icon: 'link', tone: 'quiet' },
  DISPATCHED: { zh: '待签收', en: 'To accept', icon: 'send', tone: 'busy' },
  RETURN_REQUESTED: { zh: '退单待裁定', en: 'Return asked', icon: 'back', tone: 'soon' },
  IN_PROGRESS: { zh: '办理中', en: 'In progress', icon: 'gear', tone: 'busy' },
  UNDER_REVIEW: { zh: '待审核', en: 'Under review', icon: 'eye', tone: 'busy' },
  DEFERRED: { zh: '客观受限', en: 'Deferred', icon: 'pause', tone: 'soon' },
  FOLLOWING_UP: { zh: '待回访', en: 'To follow up', icon: 'phone', tone: 'busy' },
  CLOSED: { zh: '已办结', en: 'Closed', icon: 'check', tone: 'fine' },
  ARCHIVED: { zh: '已归档', en: 'Archived', icon: 'box', tone: 'quiet' },
} as const

export const OUTCOMES = {
  ANSWERED_DIRECTLY: { zh: '直接答复', en: 'Answered directly' },
  TRANSFERRED: { zh: '已转紧急热线', en: 'Transferred to emergency line' },
  NOT_ACCEPTED: { zh: '不予受理', en: 'Not accepted' },
  RESOLVED: { zh: '已解决', en: 'Resolved' },
  PARTLY_RESOLVED: { zh: '部分解决', en: 'Partly resolved' },
  UNRESOLVED: { zh: '未解决已说明', en: 'Unresolved, explained' },
  TERMINATED: { zh: '终止办理', en: 'Terminated' },
  WITHDRAWN: { zh: '已撤回', en: 'Withdrawn' },
} as const

export const KINDS = {
  INQUIRY: { zh: '咨询', en: 'Inquiry' },
  ASSISTANCE: { zh: '求助', en: 'Assistance' },
  COMPLAINT: { zh: '投诉', en: 'Complaint' },
  REPORT: { zh: '举报', en: 'Report' },
  SUGGESTION: { zh: '建议', en: 'Suggestion' },
  COMMENDATION: { zh: '表扬', en: 'Commendation' },
} as const

export const LEVELS = {
  EMERGENCY: { zh: '紧急', en: 'Emergency' },
  UTILITIES: { zh: '水电气热', en: 'Utilities' },
  GENERAL: { zh: '一般', en: 'General' },
  COMPLEX: { zh: '复杂', en: 'Complex' },
} as const

export const CLOCKS = {
  DISPATCH: { zh: '派单', en: 'Dispatch' },
  ACCEPT: { zh: '签收', en: 'Accept' },
  CONTACT: { zh: '首次联系', en: 'First contact' },
  HANDLE: { zh: '办理', en: 'Handle' },
  RULING: { zh: '裁定', en: 'Ruling' },
  REVIEW: { zh: '审核', en: 'Review' },
  FOLLOW_UP: { zh: '回访', en: 'Follow-up' },
  INFORMATION: { zh: '补充', en: 'Information' },
  DEFERRAL: { zh: '受限复查', en: 'Deferral review' },
  WITH_PARENT: { zh: '随主单', en: 'With parent' },
  SUPPORT: { zh: '协办', en: 'Support' },
} as const

export const ROLES = {
  AGENT: { zh: '话务员', en: 'Agent' },
  EXPERT: { zh: '专席', en: 'Expert' },
  DISPATCHER: { zh: '派单员', en: 'Dispatcher' },
  HANDLER: { zh: '承办员', en: 'Handler' },
  HEAD: { zh: '单位负责人', en: 'Department head' },
  FIELD_WORKER: { zh: '一线办理员', en: 'Field worker' },
  REVIEWER: { zh: '审核员', en: 'Reviewer' },
  FOLLOW_UP_CALLER: { zh: '回访员', en: 'Follow-up caller' },
  SUPERVISOR: { zh: '督查员', en: 'Supervisor' },
  ANALYST: { zh: '分析员', en: 'Analyst' },
  ADMINISTRATOR: { zh: '管理员', en: 'Administrator' },
} as const

export const UNITS = {
  MINUTES: { zh: '分钟', en: 'minutes' },
  HOURS: { zh: '小时', en: 'hours' },
  DAYS: { zh: '天', en: 'days' },
  WORKING_DAYS: { zh: '个工作日', en: 'working days' },
} as const

export type Status = keyof typeof STATUSES
export type Outcome = keyof typeof OUTCOMES
export type Kind = keyof typeof KINDS
export type Level = keyof typeof LEVELS
export type ClockKind = keyof typeof CLOCKS
export type Role = keyof typeof ROLES
export type Unit = keyof typeof UNITS
