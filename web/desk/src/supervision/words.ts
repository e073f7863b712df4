/** 督查: rates, measures, reminders, exclusions, disputes. */
export const zh = {
  rates: {
    title: '考核指标', from: '从', to: '至', 'this-week': '本周', 'this-month': '本月', 'last-month': '上月', 'ninety-days': '近 90 天',
    city: '全市', raw: '原始', adjusted: '剔除后', n: 'n={n}', few: '样本少于 {n} 件，仅供参考',
    how: '指标怎么算', 'case-of': '{hits} / {n} 件', none: '这段时间没有数据。',
    warned: '{department}：{of} 件工单中剔除 {excluded} 件，占 {share}，是其他单位合计（{usual}）的 3 倍以上，请复核。',
    jumped: '{department}：{of} 件工单中剔除 {excluded} 件，占 {share}；本单位此前一年为 {usual}。偶然出现这种跳升的概率约 {chance}，请复核。',
    'how-OTHERS': '至少 10 件工单、2 件剔除，且占比超过其他单位合计占比的 3 倍', 'how-OWN_PAST': '与本单位此前 365 天比，费希尔精确检验（单侧）P < 0.001，前后各至少 10 件工单',
    all: '全部', hit: '达标', miss: '未达标', 'orders-of': '{department} · {rate}',
  },
  rate: {
    ANSWERED_DIRECTLY: '直接答复率', ACCEPTED_IN_TIME: '按时签收率', CONTACTED_IN_TIME: '首次联系及时率', HANDLED_IN_TIME: '按时办结率', RETURNED: '退单率',
    FIRST_RIGHT: '首派准确率', EXTENDED: '延期率', RESPONDED: '响应率', SOLVED: '解决率', SATISFIED: '满意率', CALLED_BACK: '回访覆盖率', REWORKED: '重办率',
  },
  'rate-how': {
    ANSWERED_DIRECTLY: '（受理 − 转办）÷ 受理，按受理时间',
    ACCEPTED_IN_TIME: '时限内签收 ÷（已签收 + 已超签收时限）；按签收或超时的时刻',
    CONTACTED_IN_TIME: '时限内首次联系 ÷（已联系 + 已超联系时限）',
    HANDLED_IN_TIME: '现行时限内反馈 ÷（已反馈 + 已超办理时限）；经批准的延期按延期后的时限',
    RETURNED: '申请退单 ÷ 派出（不含 10 秒内撤回）', FIRST_RIGHT: '未改派 ÷ 首次派出', EXTENDED: '经批准延期 ÷ 派出',
    RESPONDED: '群众称“联系过” ÷ 回答了此问', SOLVED: '群众称“已解决” ÷ 回答了此问', SATISFIED: '非常满意、满意、基本满意 ÷ 作了评价',
    CALLED_BACK: '回访到群众 ÷ 办结', REWORKED: '至少重办一次 ÷ 办结',
  },
  measures: {
    title: '督办', 'tab-open': '在办督办件', 'tab-proposals': '提级建议', 'tab-closed': '已办结', 'tab-reminders': '催办记录', 'tab-exclusions': '剔除',
    issue: '发督办件', rung: '形式', name: '标题', cause: '事由', demand: '要求', due: '反馈期限', departments: '承办单位', orders: '涉及工单',
    number: '文号', received: '签收回执', feedback: '反馈', 'not-received': '未签收', 'not-fed-back': '未反馈', receive: '签收', 'feed-back': '提交反馈',
    'ask-again': '退回重报', close: '办结', conclusion: '办结意见', overdue: '已逾期', 'none-open': '没有在办的督办件。', 'none-closed': '还没有办结的督办件。',
    'none-proposals': '没有工单达到提级条件。', why: '依据', climbed: '已采取', paper: '下载 PDF',
  },
  rung: { REMINDER: '电话催办', NOTICE: '催办通知书', CARD: '督办卡', LETTER: '工作提醒函', TALK: '约谈', MEETING: '专题会议' },
  signal: { MISSED_LIMITS: '超期 {n} 次', REWORKS: '重办 {n} 次', REASSIGNMENTS: '改派 {n} 次', REPEATS: '90 天内重复 {n} 次', IGNORED_REMINDERS: '催办后无动作 {n} 次' },
  sheet: { title: '每日督办情况', open: '查看每日督办情况', pdf: '下载 PDF', word: '下载 Word', print: '打印' },
  reminders: {
    title: '催办', day: '日期', way: '方式', 'way-IN_APP': '站内', 'way-SMS': '短信', 'way-PHONE': '电话', 'to-phone': '待打电话', 'phone-number': '电话 {number}', words: '催办内容', read: '已阅', unread: '未阅', 'call-made': '已打电话', 'answered-by': '接听人',
    effect: '{action}（{minutes} 分钟后）', 'no-effect': '尚无动作', none: '当天没有催办。', remind: '催办', from: '督查室 {at} 催办：{words}', 'no-words': '请尽快办理。', receipt: '回执', then: '随后',
  },
  exclusions: {
    title: '剔除', ask: '申请剔除', code: '理由类别', rates: '不计入', reason: '理由', evidence: '证据', grant: '同意剔除', refuse: '不同意', words: '审核意见', waiting: '待审核',
    granted: '已剔除', refused: '未同意', none: '没有剔除申请。', 'asked-by': '申请人', 'decided-by': '审核人', 'somebody-else': '申请人不能审核自己的申请',
    scope: '剔除范围公开：每件都写明理由、证据和审核人；指标同时给出原始值和剔除后的值。',
  },
  'exclusion-code': { MALICIOUS: '恶意、骚扰', UNREASONABLE: '诉求不合理', BEYOND_POWERS: '超出职权或现行政策', FORCE_MAJEURE: '不可抗力', WRONG_DISPATCH: '错派', OTHER: '其他' },
  dispute: {
    title: '派单异议', dispatched: '派单意见', returned: '退单意见', suggests: '建议由{department}承办', basis: '依据', clauses: '派单目录条款', clause: '第 {number} 条（第 {version} 版）',
    rulings: '同类事项以往裁定', 'no-rulings': '同类事项没有裁定过。', kept: '裁定由{department}承办', moved: '由{from}改派{department}', 'make-clause': '将裁定写入派单目录', 'whole-city': '适用全市',
    'this-area': '只适用本区域', made: '已写入派单目录第 {number} 条（第 {version} 版）',
  },
}

export const en: typeof zh = {
  rates: {
    title: 'Rates', from: 'From', to: 'to', 'this-week': 'This week', 'this-month': 'This month', 'last-month': 'Last month', 'ninety-days': '90 days',
    city: 'Whole city', raw: 'raw', adjusted: 'adjusted', n: 'n={n}', few: 'fewer than {n} cases: says little',
    how: 'How they are counted', 'case-of': '{hits} of {n}', none: 'Nothing in these days.',
    warned: '{department}: {excluded} of {of} orders excluded ({share}), more than three times the share of all others ({usual}). Please look again.',
    jumped: '{department}: {excluded} of {of} orders excluded ({share}); in the year before it was {usual}. By luck alone that happens in about {chance} of looks. Please look again.',
    'how-OTHERS': 'at least 10 orders and 2 exclusions, and more than three times the share of all others', 'how-OWN_PAST': 'against the 365 days before, Fisher’s exact test (one-sided) P < 0.001, at least 10 orders in each',
    all: 'All', hit: 'Hits', miss: 'Misses', 'orders-of': '{department} · {rate}',
  },
  rate: {
    ANSWERED_DIRECTLY: 'Answered directly', ACCEPTED_IN_TIME: 'Accepted in time', CONTACTED_IN_TIME: 'Contacted in time', HANDLED_IN_TIME: 'Handled in time', RETURNED: 'Returned',
    FIRST_RIGHT: 'First right', EXTENDED: 'Extended', RESPONDED: 'Responded', SOLVED: 'Solved', SATISFIED: 'Satisfied', CALLED_BACK: 'Called back', REWORKED: 'Reworked',
  },
  'rate-how': {
    ANSWERED_DIRECTLY: '(received − passed on) ÷ received, by time of receipt',
    ACCEPTED_IN_TIME: 'accepted by the limit ÷ (accepted + limit passed), by the moment of either',
    CONTACTED_IN_TIME: 'first contact by the limit ÷ (contacted + limit passed)',
    HANDLED_IN_TIME: 'replied by the limit in force ÷ (replied + limit passed); granted extensions count',
    RETURNED: 'asked to give back ÷ dispatched (recalls within 10 s left out)', FIRST_RIGHT: 'not reassigned ÷ first dispatched', EXTENDED: 'extension granted ÷ dispatched',
    RESPONDED: 'citizens who say “contacted” ÷ who answered that', SOLVED: 'citizens who say “solved” ÷ who answered that', SATISFIED: 'very, satisfied, fairly ÷ who rated',
    CALLED_BACK: 'citizen reached ÷ closed', REWORKED: 'went back at least once ÷ closed',
  },
  measures: {
    title: 'Measures', 'tab-open': 'Open', 'tab-proposals': 'Proposed', 'tab-closed': 'Closed', 'tab-reminders': 'Reminders', 'tab-exclusions': 'Exclusions',
    issue: 'Issue a measure', rung: 'Form', name: 'Title', cause: 'Cause', demand: 'Demand', due: 'Feedback by', departments: 'Departments', orders: 'Orders',
    number: 'Number', received: 'Receipt', feedback: 'Feedback', 'not-received': 'not received', 'not-fed-back': 'no feedback', receive: 'Receive', 'feed-back': 'Feed back',
    'ask-again': 'Ask again', close: 'Close', conclusion: 'Conclusion', overdue: 'overdue', 'none-open': 'No open measure.', 'none-closed': 'No measure closed yet.',
    'none-proposals': 'No order calls for the next rung.', why: 'Because', climbed: 'Done so far', paper: 'Download PDF',
  },
  rung: { REMINDER: 'Reminder', NOTICE: 'Notice', CARD: 'Supervision card', LETTER: 'Letter', TALK: 'Talk', MEETING: 'Meeting' },
  signal: { MISSED_LIMITS: '{n} limits missed', REWORKS: 'reworked {n}×', REASSIGNMENTS: 'reassigned {n}×', REPEATS: 'asked again {n}× in 90 days', IGNORED_REMINDERS: '{n} reminders ignored' },
  sheet: { title: 'Daily sheet', open: 'Show the daily sheet', pdf: 'Download PDF', word: 'Download Word', print: 'Print' },
  reminders: {
    title: 'Reminders', day: 'Day', way: 'How', 'way-IN_APP': 'On screen', 'way-SMS': 'By SMS', 'way-PHONE': 'By phone', 'to-phone': 'Calls to make', 'phone-number': 'Phone {number}', words: 'Words', read: 'Noted', unread: 'not read', 'call-made': 'Call made', 'answered-by': 'Answered by',
    effect: '{action} ({minutes} min later)', 'no-effect': 'nothing yet', none: 'Nobody was reminded on this day.', remind: 'Remind', from: 'Supervision, {at}: {words}', 'no-words': 'Please handle this soon.', receipt: 'Receipt', then: 'Then',
  },
  exclusions: {
    title: 'Exclusions', ask: 'Ask for exclusion', code: 'Ground', rates: 'Not to count in', reason: 'Reason', evidence: 'Evidence', grant: 'Grant', refuse: 'Refuse', words: 'Decision', waiting: 'waiting',
    granted: 'excluded', refused: 'refused', none: 'No request for exclusion.', 'asked-by': 'Asked by', 'decided-by': 'Decided by', 'somebody-else': 'Nobody decides on their own request',
    scope: 'Open to all: each has its reason, evidence and who decided; every rate is shown raw and adjusted.',
  },
  'exclusion-code': { MALICIOUS: 'Malicious', UNREASONABLE: 'Unreasonable', BEYOND_POWERS: 'Beyond powers or policy', FORCE_MAJEURE: 'Force majeure', WRONG_DISPATCH: 'Wrong dispatch', OTHER: 'Other' },
  dispute: {
    title: 'Dispute', dispatched: 'The dispatcher', returned: 'The department', suggests: 'suggests {department}', basis: 'Basis', clauses: 'Dispatch catalogue', clause: 'clause {number} (version {version})',
    rulings: 'Earlier rulings on the like', 'no-rulings': 'Nothing alike was ruled on before.', kept: 'bound to {department}', moved: 'from {from} to {department}', 'make-clause': 'Make the ruling a clause', 'whole-city': 'for the whole city',
    'this-area': 'for this area only', made: 'Now clause {number} (version {version}) of the catalogue',
  },
}
