export type Place = readonly [unit: string, branch: number];
type Act = 'approve' | 'reject' | 'receive' | 'cancel' | 'resume' | 'receipt';
export type Who = 'from' | 'to' | 'above';
type Step = readonly [daysAgo: number, who: Who, act: Act, body?: object];

export interface TransferPlan {
  readonly from: Place;
  /** A branch, or the name of an organization outside. */
  readonly to: Place | string;
  readonly applied: number;
  readonly reason: string;
  /** From the first day of the letter on. */
  readonly validDays?: number;
  readonly steps: readonly Step[];
}

const agreed = { note: '同意转出' };
const filed = { note: '回执已存档' };

/** Under way, closed, refused, taken back, ended: to each case its branches, days and words. */
export const transferPlans: readonly TransferPlan[] = [
  {
    from: ['采油二厂', 0],
    to: ['采油三厂', 2],
    applied: 118,
    reason: '工作调动',
    steps: [
      [116, 'above', 'approve', agreed],
      [108, 'to', 'receive'],
      [101, 'from', 'receipt', filed],
    ],
  },
  {
    from: ['总医院', 1],
    to: ['公司机关', 2],
    applied: 92,
    reason: '岗位交流',
    steps: [
      [91, 'above', 'approve'],
      [84, 'to', 'receive'],
      [79, 'from', 'receipt'],
    ],
  },
  {
    from: ['采油一厂', 2],
    to: ['采油一厂', 9],
    applied: 66,
    reason: '队伍调整',
    steps: [
      [64, 'above', 'approve', agreed],
      [58, 'to', 'receive', { note: '已与本人谈话' }],
      [52, 'from', 'receipt', filed],
    ],
  },
  {
    from: ['工程技术公司', 3],
    to: ['井下作业公司', 1],
    applied: 43,
    reason: '工作调动',
    steps: [
      [41, 'above', 'approve'],
      [33, 'to', 'receive'],
      [24, 'from', 'receipt'],
    ],
  },
  // Received, the receipt is still to come.
  {
    from: ['采气厂', 2],
    to: ['油气储运公司', 4],
    applied: 25,
    reason: '工作调动',
    steps: [
      [22, 'above', 'approve'],
      [12, 'to', 'receive'],
    ],
  },
  {
    from: ['采油一厂', 5],
    to: ['采油一厂', 12],
    applied: 19,
    reason: '竞聘上岗',
    steps: [
      [18, 'above', 'approve', agreed],
      [9, 'to', 'receive'],
    ],
  },
  // Letters that run.
  {
    from: ['采油二厂', 5],
    to: ['勘探开发研究院', 1],
    applied: 11,
    reason: '借调转正式调入',
    steps: [[8, 'above', 'approve', agreed]],
  },
  {
    from: ['采油一厂', 3],
    to: ['教育培训中心', 1],
    applied: 9,
    reason: '调任培训师',
    steps: [[6, 'above', 'approve']],
  },
  {
    from: ['供水供电公司', 2],
    to: ['采油三厂', 6],
    applied: 5,
    reason: '夫妻团聚，工作调动',
    steps: [[3, 'above', 'approve']],
  },
  // One that is about to end, and one that has ended.
  {
    from: ['油气储运公司', 1],
    to: ['采油一厂', 7],
    applied: 29,
    reason: '工作调动',
    validDays: 31,
    steps: [[27, 'above', 'approve', agreed]],
  },
  {
    from: ['地面建设公司', 2],
    to: ['机械制造公司', 1],
    applied: 62,
    reason: '工作调动',
    steps: [[60, 'above', 'approve']],
  },
  {
    from: ['采油三厂', 8],
    to: ['采油二厂', 9],
    applied: 82,
    reason: '工作调动',
    validDays: 15,
    steps: [
      [80, 'above', 'approve'],
      [48, 'above', 'resume', { note: '本人出差，介绍信逾期，重新开具', validDays: 20 }],
      [44, 'to', 'receive'],
      [40, 'from', 'receipt'],
    ],
  },
  // Out of the enterprise.
  {
    from: ['总医院', 4],
    to: '示范市卫生健康系统党委',
    applied: 57,
    reason: '调往地方医院',
    steps: [
      [54, 'above', 'approve', { validDays: 60 }],
      [36, 'from', 'receipt', { note: '收到对方回执' }],
    ],
  },
  {
    from: ['运输公司', 1],
    to: '示范市先锋街道党工委',
    applied: 15,
    reason: '退休后组织关系转往社区',
    steps: [[13, 'above', 'approve', { validDays: 60 }]],
  },
  // Refused, taken back, and not yet decided.
  {
    from: ['采气厂', 5],
    to: ['采油二厂', 3],
    applied: 71,
    reason: '工作调动',
    steps: [[69, 'above', 'reject', { note: '调令尚未下达，请待人事手续完成后再办' }]],
  },
  {
    from: ['井下作业公司', 4],
    to: ['工程技术公司', 6],
    applied: 47,
    reason: '项目部借用',
    steps: [
      [45, 'above', 'approve'],
      [38, 'to', 'reject', { note: '借用人员组织关系不转，请走流动党员登记' }],
    ],
  },
  {
    from: ['采油二厂', 7],
    to: ['质量安全检测中心', 1],
    applied: 34,
    reason: '工作调动',
    steps: [[31, 'from', 'cancel', { note: '本人放弃调动' }]],
  },
  { from: ['采油二厂', 10], to: ['采油三厂', 4], applied: 4, reason: '工作调动', steps: [] },
  { from: ['采油一厂', 10], to: ['采油一厂', 4], applied: 3, reason: '班组合并', steps: [] },
  { from: ['信息通信公司', 1], to: '示范市高新区非公企业党委', applied: 2, reason: '自主创业', steps: [] },
];
