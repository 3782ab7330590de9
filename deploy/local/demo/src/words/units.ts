/** What a unit does decides how its branches are called and who works there. */
export type UnitKind =
  | 'oil'
  | 'gas'
  | 'pipeline'
  | 'property'
  | 'drilling'
  | 'power'
  | 'research'
  | 'hospital'
  | 'office'
  | 'construction'
  | 'supply'
  | 'transport'
  | 'manufacture'
  | 'information'
  | 'safety'
  | 'training'
  | 'retired';

/** Short names of units, most members first in each pair's weight. The demonstration group takes the first 24. */
export const units: readonly (readonly [name: string, kind: UnitKind, weight: number])[] = [
  ['采油一厂', 'oil', 10.5],
  ['采油二厂', 'oil', 9.5],
  ['采油三厂', 'oil', 7.5],
  ['采气厂', 'gas', 6],
  ['油气储运公司', 'pipeline', 5.5],
  ['物业管理公司', 'property', 5],
  ['工程技术公司', 'drilling', 8],
  ['供水供电公司', 'power', 4.5],
  ['勘探开发研究院', 'research', 4],
  ['总医院', 'hospital', 4.5],
  ['公司机关', 'office', 3.5],
  ['采油工艺研究院', 'research', 2.5],
  ['井下作业公司', 'drilling', 5],
  ['地面建设公司', 'construction', 3.5],
  ['物资供应公司', 'supply', 2],
  ['运输公司', 'transport', 3.5],
  ['机械制造公司', 'manufacture', 3],
  ['油田化学公司', 'manufacture', 2],
  ['信息通信公司', 'information', 2],
  ['质量安全检测中心', 'safety', 1.5],
  ['消防应急中心', 'safety', 1.5],
  ['教育培训中心', 'training', 1.2],
  ['离退休管理中心', 'retired', 4.5],
  ['外部市场开发公司', 'drilling', 2],
  ['采油四厂', 'oil', 8],
  ['采油五厂', 'oil', 8],
  ['采油六厂', 'oil', 7],
  ['采油七厂', 'oil', 7],
  ['采油八厂', 'oil', 6],
  ['采油九厂', 'oil', 6],
  ['采油十厂', 'oil', 6],
  ['采油十一厂', 'oil', 5],
  ['采油十二厂', 'oil', 5],
  ['重油开发公司', 'oil', 5],
  ['页岩油开发公司', 'oil', 4],
  ['新区开发公司', 'oil', 4],
  ['采气二厂', 'gas', 5],
  ['采气三厂', 'gas', 5],
  ['储气库管理公司', 'gas', 3],
  ['天然气销售公司', 'supply', 3],
  ['油品销售公司', 'supply', 4],
  ['钻井一公司', 'drilling', 6],
  ['钻井二公司', 'drilling', 6],
  ['钻井三公司', 'drilling', 5],
  ['固井公司', 'drilling', 3],
  ['测井公司', 'drilling', 3],
  ['录井公司', 'drilling', 3],
  ['试油公司', 'drilling', 3],
  ['压裂公司', 'drilling', 4],
  ['物探公司', 'drilling', 4],
  ['炼化一公司', 'manufacture', 6],
  ['炼化二公司', 'manufacture', 6],
  ['热力公司', 'power', 3],
  ['新能源公司', 'power', 2],
  ['公共事业公司', 'property', 4],
  ['农牧开发公司', 'property', 2],
  ['设计院', 'research', 3],
  ['第二医院', 'hospital', 4],
  ['石油学校', 'training', 2],
  ['保卫中心', 'safety', 3],
];

export interface BranchNames {
  /** Names of general branches and of teams; {n} becomes a Chinese numeral counted within the unit. */
  readonly areas: string;
  readonly teams: string;
  /** Share of men among those who work there. */
  readonly men: number;
  readonly posts: string;
  readonly majors: string;
}

export const branchNames: Record<UnitKind, BranchNames> = {
  oil: {
    areas: '采油作业{n}区',
    teams: '采油{n}队 采油{n}队 注水{n}队 采油{n}队 集输{n}队 采油{n}队 油气处理{n}站 维修{n}队',
    men: 0.68,
    posts:
      '采油工 采油工 采油工 采油工程师 采油工程师 注水泵工 集输工 地质技术员 设备管理员 安全员 井站长 资料员 电工',
    majors: '石油工程 油气储运 地质工程 机械工程 安全工程 油气开采技术',
  },
  gas: {
    areas: '采气作业{n}区',
    teams: '采气{n}队 采气{n}队 集气{n}站 天然气处理{n}站 增压{n}站',
    men: 0.7,
    posts: '采气工 采气工 采气工程师 集气工 压缩机操作工 仪表工 安全员 地质技术员 站长',
    majors: '石油工程 油气储运 自动化 机械工程 安全工程',
  },
  pipeline: {
    areas: '储运{n}分公司',
    teams: '输气{n}队 输油{n}队 储油{n}库 管道维护{n}队 计量{n}站',
    men: 0.7,
    posts: '输油工 输气工 综合计量工 管道工程师 巡线工 调度员 安全员 仪表工',
    majors: '油气储运 自动化 测控技术 机械工程 安全工程',
  },
  property: {
    areas: '物业{n}分公司',
    teams: '小区服务{n}站 绿化{n}队 公寓管理{n}站 维修服务{n}站 供暖{n}站',
    men: 0.42,
    posts: '物业管理员 绿化工 客户服务员 维修工 公寓管理员 收费员 安全员',
    majors: '工商管理 行政管理 园林技术 给排水工程 会计学',
  },
  drilling: {
    areas: '项目{n}部',
    teams: '钻井{n}队 钻井{n}队 作业{n}队 压裂{n}队 固井{n}队 技术服务{n}队',
    men: 0.86,
    posts: '钻井工 司钻 钻井工程师 井下作业工 压裂工 泥浆技术员 设备工程师 安全监督 平台经理',
    majors: '石油工程 机械工程 地质工程 安全工程 钻井技术',
  },
  power: {
    areas: '供电供水{n}分公司',
    teams: '供水{n}站 变电{n}所 线路{n}队 水处理{n}厂 用户服务{n}站',
    men: 0.62,
    posts: '变电值班员 线路工 电气工程师 水处理工 水泵工 抄表员 调度员 安全员',
    majors: '电气工程 给排水工程 自动化 热能工程 供用电技术',
  },
  research: {
    areas: '研究{n}部',
    teams: '地质研究第{n} 开发研究第{n} 实验分析第{n} 规划研究第{n}',
    men: 0.6,
    posts: '地质工程师 油藏工程师 高级工程师 实验员 软件工程师 情报资料员 项目长',
    majors: '地质工程 石油工程 地球物理学 应用化学 计算机科学与技术',
  },
  hospital: {
    areas: '临床第{n}',
    teams: '门诊第{n} 内科第{n} 外科第{n} 医技第{n} 护理第{n} 社区卫生服务{n}站',
    men: 0.3,
    posts: '主治医师 住院医师 副主任医师 护师 主管护师 护士 药师 检验师 影像技师',
    majors: '临床医学 护理学 药学 医学检验 医学影像学',
  },
  office: {
    areas: '机关综合第{n}',
    teams:
      '组织部 宣传部 纪委办公室 生产运行处 财务处 人力资源处 规划计划处 审计处 法律事务处 企管处 群众工作处 档案中心 会计核算中心 机关事务{n}部',
    men: 0.55,
    posts: '主办 主管 高级主管 副处长 科长 业务员 秘书',
    majors: '工商管理 会计学 法学 汉语言文学 人力资源管理 行政管理',
  },
  construction: {
    areas: '工程{n}处',
    teams: '安装{n}队 土建{n}队 防腐{n}队 焊接{n}队 项目管理{n}部',
    men: 0.8,
    posts: '电焊工 管工 安装工 施工员 土建工程师 造价员 质检员 项目经理',
    majors: '土木工程 焊接技术 机械工程 工程管理 工程造价',
  },
  supply: {
    areas: '供应{n}分公司',
    teams: '仓储{n}站 采购{n}部 配送{n}队 营业{n}部 加油{n}站',
    men: 0.5,
    posts: '仓库保管员 采购员 营业员 质检员 业务主管 配送员',
    majors: '物流管理 工商管理 市场营销 会计学',
  },
  transport: {
    areas: '运输{n}分公司',
    teams: '车队第{n} 特种车辆{n}队 客运{n}队 修理{n}厂',
    men: 0.82,
    posts: '驾驶员 驾驶员 汽车修理工 调度员 安全员 吊车司机',
    majors: '汽车运用工程 物流管理 机械工程 安全工程',
  },
  manufacture: {
    areas: '生产{n}部',
    teams: '机加工{n}车间 装配{n}车间 热处理{n}车间 油化{n}车间 检修{n}车间 销售{n}部',
    men: 0.68,
    posts: '车工 钳工 铆工 机械工程师 化工操作工 工艺员 质检员 车间主任',
    majors: '机械工程 化学工程 材料成型 应用化学 数控技术',
  },
  information: {
    areas: '信息{n}分公司',
    teams: '网络运维{n}部 软件开发{n}部 通信{n}站 数据中心{n}部',
    men: 0.64,
    posts: '网络工程师 软件工程师 通信工程师 运维工程师 数据管理员 话务员',
    majors: '计算机科学与技术 通信工程 软件工程 信息管理',
  },
  safety: {
    areas: '大队{n}部',
    teams: '执勤{n}队 检测{n}站 监督{n}站 保卫{n}队 应急{n}队',
    men: 0.78,
    posts: '消防员 检测员 安全监督 质量工程师 保卫干事 应急工程师',
    majors: '安全工程 消防工程 质量管理 环境工程',
  },
  training: {
    areas: '教学{n}部',
    teams: '教务第{n} 实训{n}站 教研第{n} 学员管理第{n}',
    men: 0.45,
    posts: '讲师 高级讲师 培训师 教务员 实训指导教师 班主任',
    majors: '教育学 石油工程 机械工程 汉语言文学 思想政治教育',
  },
  retired: {
    areas: '离退休服务{n}处',
    teams: '离退休第{n} 离退休第{n} 活动站第{n}',
    men: 0.58,
    posts: '服务站干事 退休职工',
    majors: '石油工程 机械工程 会计学 护理学',
  },
};

/** Branches that stand directly below a unit, whatever it does. */
export const directTeams = '机关第{n} 机关第{n} 离退休第{n} 后勤服务{n}站';
/** Places far from everywhere, whose few members form joint branches. */
export const remotePlaces =
  '北沙梁 西井区 红柳沟 东滩 白杨河 三道坝 石峡 南戈壁 梧桐泉 长梁 双井子 芦苇湖 黄草滩 青石崖 大风口 月牙泉 胡杨林 银水河'.split(
    ' ',
  );
