/** Words of the hall: its lists, figures and wall. */
export const zh = {
  tabs: { seats: '座席', 'call-backs': '回拨单', calls: '通话', reviews: '低分复核', figures: '指标', wall: '大屏' },
  seats: {
    seat: '座席', person: '话务员', state: '状态', since: '持续', call: '通话', acts: '班长操作',
    listen: '监听', whisper: '耳语', barge: '插话', 'take-over': '接管', end: '结束', force: '强制',
    'listen-how': '只听，双方听不到您', 'whisper-how': '只有话务员听得到您', 'barge-how': '双方都听得到您', 'take-over-how': '电话转到您这里，话务员退出',
    listening: '{seat} 号座席：{kind}中',
    recorded: '监听、耳语、插话、接管和强制都会记入通话和考勤。',
    'sign-in-first': '先在上方签入座席，才能监听、插话。',
    'signed-out': '签出的座席：{seats}',
    offline: '电话未注册', held: '保持中', none: '没有人签入。',
    EXPERT: '专席', GENERAL: '综合', DIALECT: '方言', BUSINESS: '企业',
  },
  why: { ABANDONED: '放弃', TIMED_OUT: '排队超时', ASKED: '要求回拨', BUSY: '遇忙', LOST: '线路中断', EXPERT: '约专席回电' },
  'call-back': {
    open: '待回拨', done: '已办完', number: '号码', why: '缘由', queue: '队列', since: '起于', calls: '打来', promised: '答应回电', attempts: '已试', taken: '谁在办',
    times: '{n} 次', 'kept-place': '保留了排队位置', call: '回拨', close: '办完…', result: '结果', words: '说明', save: '办完',
    'sign-in-first': '签入座席并示闲或示忙后才能回拨。',
    none: '没有要回拨的。', 'none-done': '还没有办完的。', 'by-attempt': '{at} {result}',
    results: { REACHED: '已接通', NOT_REACHED: '未接通', NOT_WANTED: '不需要了', WRONG_NUMBER: '号码有误', CALLED_AGAIN: '又打来并接通', GIVEN_UP: '多次未接通' },
  },
  call: {
    title: '通话 {at}', at: '时间', direction: '方向', number: '号码', queue: '队列', agent: '话务员', waited: '等待', talked: '通话', end: '结束', rating: '评价', order: '工单', code: '小结', 'see-order': '看工单', 'hand-overs': '转紧急热线',
    from: '从', to: '到', what: '只看', 'any-end': '全部结束方式', 'any-queue': '全部队列', 'any-what': '全部', none: '这段时间没有通话。', open: '看过程',
    whats: { handled: '接听的', transferred: '转接的', rated: '有评价的', low: '低分的', owed: '没接到的' },
    log: '过程', recordings: '录音', 'no-recording': '没有录音。', facts: '通话',
    'no-calls': '此单没有通话。', title2: '通话与录音',
    'by-how': { KEY: '按键', WEB: '短信链接' },
    shown: '共 {n} 次通话', 'n-most': '最近 {n} 次',
  },
  log: {
    ARRIVED: '来电', QUEUED: '进入队列', ANNOUNCED: '播报位置', OFFERED: '派给座席', OFFER_LOST: '座席未接', OVERFLOWED: '转溢出队列', ANSWERED: '接听', HELD: '保持', RETRIEVED: '取回',
    MUTED: '静音', UNMUTED: '开麦', CONSULTED: '咨询', CONSULT_ANSWERED: '咨询方接听', CONSULT_DROPPED: '结束咨询', CONSULT_FAILED: '咨询未接通', TRANSFERRED: '转接', CONFERENCE: '三方', JOINED: '加入', LEFT: '离开',
    EMERGENCY: '接入紧急热线', KEYS: '按键', RECORDING_PAUSED: '暂停录音', RECORDING_RESUMED: '继续录音', RECORDING_FAILED: '录音失败', NOT_RECORDED: '未录音', LISTEN: '监听', WHISPER: '耳语', BARGE: '插话', EAR_ENDED: '监听结束',
    TAKE_OVER: '要求接管', TOOK_OVER: '接管', AGENT_HUNG_UP: '话务员挂机', CALLER_HUNG_UP: '来电人挂机', SEAT_VANISHED: '座席掉线', LINE_LOST: '线路中断', RATED: '评价', TIMED_OUT: '排队超时', CALL_BACK_CHOSEN: '选了回拨', KEEPS_PLACE: '保留位置',
    BUSY: '遇忙', CALLED_OUT: '外呼', DIALLED: '拨号', OUTSIDE_FAILED: '对方未接通', UNREACHED: '未接通', EXPERT_BOOKED: '约专席回电', ABANDONED: '放弃',
  },
  said: {
    'notice-cut-short': '录音提示没放完', 'waited-at-the-switch': '已在交换机等候', 'no-room': '磁盘已满', NO_ANSWER: '无人接听', REJECTED: '拒接', BUSY: '占线', UNREACHABLE: '接不通',
  },
  recording: {
    play: '播放录音', 'play-n': '播放录音 {n}', reason: '为什么要听', recorded: '每次播放都会留下记录。', player: '录音 {n}', RUNNING: '正在录音', FAILED: '录音失败', DELETED: '已按保留期删除',
  },
  order: { 'call-requester': '回拨诉求人', 'call-department': '打给承办单位', 'without-number': '不显示号码，由系统拨出。', masked: '隐号呼叫诉求人', 'masked-how': '先拨您的电话，接起后再接通群众；双方都只看到热线号码，通话录音。', 'masked-rings': '正在拨您的电话 {own}，接起后接通群众。' },
  review: {
    stars: '{n} 分', words: '复核意见', fair: '评价有道理', unfair: '评价无道理（须写明依据）', save: '办结复核', none: '没有待复核的低分。', open: '待复核', done: '已复核', listen: '看通话', resolve: '复核…',
  },
  figures: {
    by: '按', agent: '话务员', group: '班组', name: '名称', handled: '接听', offered: '派给', refused: '未接', transfers: '转接', talk: '平均通话', 'wrap-up': '平均整理', occupancy: '占用率', rating: '评价', n: 'n={n}',
    'small-n': '不足 10 次，不宜比较', none: '这段时间没有数据。', definitions: '指标怎么算', summary: '{from} 至 {to}：共接听 {handled} 次，平均通话 {talk}，评价 {rating} 分（n={n}）。', today: '今天', week: '近 7 天', at: '截至 {at}',
  },
  wall: {
    title: '话务大屏', waiting: '排队', longest: '最长等待', within15: '15 秒接听率', 'today-n': '今日 {answered}/{offered}', last30: '近 30 分钟 {rate}（{answered}/{offered}）', connect: '24 小时接通率', lowest: '近 24 小时 {answered}/{offered} · 任意连续 24 小时最低 {rate}',
    'data-at': '数据 {at}', stopped: '数据中断', 'stopped-since': '数据中断：{at} 起没有新数据，屏上数字已不可信', 'line-down': '交换机连不上',
    seats: '座席', in: '在岗 {n}', talking: '通话 {n}', ready: '示闲 {n}', 'wrap-up': '整理 {n}', curve: '每半小时来电', 'curve-says': '今日截至 {at} 来电 {n} 个，上周同日同时 {last} 个。', 'this-day': '今日', 'last-week': '上周同日',
    excluded: '剔除：{what}', 'excluded-abandonedEarly': '等候不足 10 秒挂断 {n}', 'excluded-fault': '故障 {n}', 'call-backs': '待回拨 {n}', calls: '来电', back: '返回', nobody: '无',
  },
}

export const en: typeof zh = {
  tabs: { seats: 'Seats', 'call-backs': 'Call-backs', calls: 'Calls', reviews: 'Low ratings', figures: 'Figures', wall: 'Wall' },
  seats: {
    seat: 'Seat', person: 'Agent', state: 'State', since: 'For', call: 'Call', acts: 'Team lead',
    listen: 'Listen', whisper: 'Whisper', barge: 'Barge in', 'take-over': 'Take over', end: 'End', force: 'Force',
    'listen-how': 'You hear both; nobody hears you', 'whisper-how': 'Only the agent hears you', 'barge-how': 'Both hear you', 'take-over-how': 'The call comes to you and the agent leaves',
    listening: 'Seat {seat}: {kind}',
    recorded: 'Listening, whispering, barging in, taking over and forcing are written into the log of the call and the attendance.',
    'sign-in-first': 'Sign in at a seat above before you listen or barge in.',
    'signed-out': 'Seats signed out: {seats}',
    offline: 'telephone not registered', held: 'on hold', none: 'Nobody is signed in.',
    EXPERT: 'Expert', GENERAL: 'General', DIALECT: 'Dialect', BUSINESS: 'Business',
  },
  why: { ABANDONED: 'gave up', TIMED_OUT: 'queue timed out', ASKED: 'asked for it', BUSY: 'heard busy', LOST: 'line lost', EXPERT: 'expert promised' },
  'call-back': {
    open: 'To call back', done: 'Done', number: 'Number', why: 'Why', queue: 'Queue', since: 'Since', calls: 'Called', promised: 'Promised by', attempts: 'Tried', taken: 'Taken by',
    times: '{n} ×', 'kept-place': 'kept the place in the queue', call: 'Call back', close: 'Done…', result: 'Result', words: 'Words', save: 'Done',
    'sign-in-first': 'Sign in at a seat and be ready or not ready, then you can call back.',
    none: 'Nobody to call back.', 'none-done': 'Nothing done yet.', 'by-attempt': '{at} {result}',
    results: { REACHED: 'reached', NOT_REACHED: 'not reached', NOT_WANTED: 'no longer wanted', WRONG_NUMBER: 'wrong number', CALLED_AGAIN: 'called again and was answered', GIVEN_UP: 'never reached' },
  },
  call: {
    title: 'Call {at}', at: 'Time', direction: 'Direction', number: 'Number', queue: 'Queue', agent: 'Agent', waited: 'Waited', talked: 'Talked', end: 'End', rating: 'Rating', order: 'Order', code: 'Wrap-up', 'see-order': 'see the order', 'hand-overs': 'Emergency lines',
    from: 'From', to: 'To', what: 'Only', 'any-end': 'Any end', 'any-queue': 'Any queue', 'any-what': 'All', none: 'No call in this time.', open: 'Look',
    whats: { handled: 'handled', transferred: 'transferred', rated: 'rated', low: 'rated low', owed: 'missed' },
    log: 'What happened', recordings: 'Recordings', 'no-recording': 'No recording.', facts: 'Call',
    'no-calls': 'No call on this order.', title2: 'Calls and recordings',
    'by-how': { KEY: 'by key', WEB: 'by message link' },
    shown: '{n} calls', 'n-most': 'the latest {n}',
  },
  log: {
    ARRIVED: 'Arrived', QUEUED: 'Queued', ANNOUNCED: 'Place told', OFFERED: 'Offered to a seat', OFFER_LOST: 'Not taken', OVERFLOWED: 'Overflowed', ANSWERED: 'Answered', HELD: 'Held', RETRIEVED: 'Retrieved',
    MUTED: 'Muted', UNMUTED: 'Unmuted', CONSULTED: 'Consulted', CONSULT_ANSWERED: 'Consulted answered', CONSULT_DROPPED: 'Consult ended', CONSULT_FAILED: 'Consult failed', TRANSFERRED: 'Transferred', CONFERENCE: 'Three-way', JOINED: 'Joined', LEFT: 'Left',
    EMERGENCY: 'Emergency line', KEYS: 'Keys', RECORDING_PAUSED: 'Recording paused', RECORDING_RESUMED: 'Recording resumed', RECORDING_FAILED: 'Recording failed', NOT_RECORDED: 'Not recorded', LISTEN: 'Listened to', WHISPER: 'Whispered to', BARGE: 'Barged in', EAR_ENDED: 'Ear ended',
    TAKE_OVER: 'Take-over asked', TOOK_OVER: 'Taken over', AGENT_HUNG_UP: 'Agent hung up', CALLER_HUNG_UP: 'Caller hung up', SEAT_VANISHED: 'Seat vanished', LINE_LOST: 'Line lost', RATED: 'Rated', TIMED_OUT: 'Queue timed out', CALL_BACK_CHOSEN: 'Chose a call-back', KEEPS_PLACE: 'Keeps the place',
    BUSY: 'Busy', CALLED_OUT: 'Called out', DIALLED: 'Dialled', OUTSIDE_FAILED: 'Not reached', UNREACHED: 'Unreached', EXPERT_BOOKED: 'Expert booked', ABANDONED: 'Gave up',
  },
  said: {
    'notice-cut-short': 'notice cut short', 'waited-at-the-switch': 'waited at the switch', 'no-room': 'no room on the disk', NO_ANSWER: 'no answer', REJECTED: 'refused', BUSY: 'engaged', UNREACHABLE: 'not reachable',
  },
  recording: {
    play: 'Play the recording', 'play-n': 'Play recording {n}', reason: 'Why you listen', recorded: 'Every play is written down.', player: 'Recording {n}', RUNNING: 'being recorded', FAILED: 'recording failed', DELETED: 'deleted at the end of its keeping time',
  },
  order: { 'call-requester': 'Call the requester', 'call-department': 'Call the department', 'without-number': 'The system dials; the number is not shown.', masked: 'Call the requester, numbers hidden', 'masked-how': 'Your telephone rings first, then the citizen’s. Both see the hotline’s number only; the call is recorded.', 'masked-rings': 'Ringing your telephone {own}; take it to be put through.' },
  review: {
    stars: '{n} of 5', words: 'Finding', fair: 'The rating is fair', unfair: 'The rating is unfair (say why)', save: 'Close the review', none: 'No low rating waits.', open: 'To review', done: 'Reviewed', listen: 'See the call', resolve: 'Review…',
  },
  figures: {
    by: 'By', agent: 'agent', group: 'group', name: 'Name', handled: 'Handled', offered: 'Offered', refused: 'Not taken', transfers: 'Transfers', talk: 'Talk, mean', 'wrap-up': 'Wrap-up, mean', occupancy: 'Occupancy', rating: 'Rating', n: 'n={n}',
    'small-n': 'fewer than 10: not to be compared', none: 'Nothing in this time.', definitions: 'How these are counted', summary: '{from} to {to}: {handled} calls handled, {talk} of talk on average, rated {rating} (n={n}).', today: 'Today', week: '7 days', at: 'as of {at}',
  },
  wall: {
    title: 'Wall', waiting: 'Waiting', longest: 'Longest wait', within15: 'Answered in 15 s', 'today-n': 'today {answered}/{offered}', last30: 'last 30 min {rate} ({answered}/{offered})', connect: 'Connected, 24 h', lowest: 'last 24 h {answered}/{offered} · lowest of any 24 h {rate}',
    'data-at': 'Data {at}', stopped: 'DATA STOPPED', 'stopped-since': 'DATA STOPPED: nothing new since {at}; do not trust these numbers', 'line-down': 'The switch cannot be reached',
    seats: 'Seats', in: '{n} on duty', talking: '{n} talking', ready: '{n} ready', 'wrap-up': '{n} wrap-up', curve: 'Calls per half-hour', 'curve-says': '{n} calls today until {at}; {last} at this time a week ago.', 'this-day': 'Today', 'last-week': 'A week ago',
    excluded: 'Left out: {what}', 'excluded-abandonedEarly': '{n} gave up within 10 s', 'excluded-fault': '{n} faults', 'call-backs': '{n} to call back', calls: 'calls', back: 'Back', nobody: 'none',
  },
}
