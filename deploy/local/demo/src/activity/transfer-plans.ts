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
const kept = { note: '回执已存档' };
const approved = (daysAgo: number, body: object = {}): Step => [daysAgo, 'above', 'approve', body];
const received = (daysAgo: number, body: object = {}): Step => [daysAgo, 'to', 'receive', body];
const filed = (daysAgo: number, body: object = {}): Step => [daysAgo, 'from', 'receipt', body];

type Terms = readonly [applied: number, reason: string, validDays?: number];

function plan(
  from: Place,
  to: Place | string,
  [applied, reason, validDays]: Terms,
  ...steps: readonly Step[]
): TransferPlan {
  return { from, to, applied, reason, steps, ...(validDays && { validDays }) };
}

/** Under way, closed, refused, taken back, ended: to each case its branches, days and words. */
export const transferPlans: readonly TransferPlan[] = [
  plan(
    ['采油二厂', 0],
    ['采油三厂', 2],
    [118, '工作调动'],
    approved(116, agreed),
    received(108),
    filed(101, kept),
  ),
  plan(['总医院', 1], ['公司机关', 2], [92, '岗位交流'], approved(91), received(84), filed(79)),
  plan(
    ['采油一厂', 2],
    ['采油一厂', 9],
    [66, '队伍调整'],
    approved(64, agreed),
    received(58, { note: '已与本人谈话' }),
    filed(52, kept),
  ),
  plan(['工程技术公司', 3], ['井下作业公司', 1], [43, '工作调动'], approved(41), received(33), filed(24)),
  // Received, the receipt is still to come.
  plan(['采气厂', 2], ['油气储运公司', 4], [25, '工作调动'], approved(22), received(12)),
  plan(['采油一厂', 5], ['采油一厂', 12], [19, '竞聘上岗'], approved(18, agreed), received(9)),
  // Letters that run.
  plan(['采油二厂', 5], ['勘探开发研究院', 1], [11, '借调转正式调入'], approved(8, agreed)),
  plan(['采油一厂', 3], ['教育培训中心', 1], [9, '调任培训师'], approved(6)),
  plan(['供水供电公司', 2], ['采油三厂', 6], [5, '夫妻团聚，工作调动'], approved(3)),
  // One that is about to end, and one that has ended.
  plan(['油气储运公司', 1], ['采油一厂', 7], [29, '工作调动', 31], approved(27, agreed)),
  plan(['地面建设公司', 2], ['机械制造公司', 1], [62, '工作调动'], approved(60)),
  plan(
    ['采油三厂', 8],
    ['采油二厂', 9],
    [82, '工作调动', 15],
    approved(80),
    [48, 'above', 'resume', { note: '本人出差，介绍信逾期，重新开具', validDays: 20 }],
    received(44),
    filed(40),
  ),
  // Out of the enterprise.
  plan(
    ['总医院', 4],
    '示范市卫生健康系统党委',
    [57, '调往地方医院'],
    approved(54, { validDays: 60 }),
    filed(36, { note: '收到对方回执' }),
  ),
  plan(
    ['运输公司', 1],
    '示范市先锋街道党工委',
    [15, '退休后组织关系转往社区'],
    approved(13, { validDays: 60 }),
  ),
  // Refused, taken back, and not yet decided.
  plan(
    ['采气厂', 5],
    ['采油二厂', 3],
    [71, '工作调动'],
    [69, 'above', 'reject', { note: '调令尚未下达，请待人事手续完成后再办' }],
  ),
  plan(['井下作业公司', 4], ['工程技术公司', 6], [47, '项目部借用'], approved(45), [
    38,
    'to',
    'reject',
    { note: '借用人员组织关系不转，请走流动党员登记' },
  ]),
  plan(
    ['采油二厂', 7],
    ['质量安全检测中心', 1],
    [34, '工作调动'],
    [31, 'from', 'cancel', { note: '本人放弃调动' }],
  ),
  plan(['采油二厂', 10], ['采油三厂', 4], [4, '工作调动']),
  plan(['采油一厂', 10], ['采油一厂', 4], [3, '班组合并']),
  plan(['信息通信公司', 1], '示范市高新区非公企业党委', [2, '自主创业']),
];
