/** What people say when they mean a thing to do and not a place: the names under which it is found. */
interface Wish {
  readonly said: string
  /** Part of a place's name or of what can be booked there. */
  readonly at: RegExp
}

export const wishes: readonly Wish[] = [
  { said: '打太极 太极 打拳 晨练 锻炼', at: /太极|公园|绿地|广场|健身|活动/ },
  { said: '散步 遛弯 遛娃', at: /公园|绿地|广场|游乐/ },
  { said: '广场舞 跳舞 唱歌 合唱 排练', at: /舞|广场|多功能|活动|文化/ },
  { said: '下棋 打牌 麻将 棋牌', at: /棋|牌|活动/ },
  { said: '打球 羽毛球 乒乓球 篮球', at: /球/ },
  { said: '看书 借书 自习 图书馆 library', at: /图书|书屋|书房|阅览|自习/ },
  { said: '吃饭 饭堂 打饭 老人餐 助餐 canteen', at: /食堂|餐|饭/ },
  { said: '老人厅 老人活动', at: /老年|长者|照料|活动/ },
  { said: '预防针 打疫苗 接种', at: /卫生|接种|医院/ },
  { said: '洗澡 助浴', at: /浴/ },
  { said: '轮椅 拐杖 租轮椅', at: /辅具|轮椅/ },
  { said: '接孩子 放学 看孩子 带孩子 托班', at: /四点半|托育|托儿|儿童|亲子/ },
  { said: '喂奶 哺乳 换尿布', at: /母婴/ },
  { said: '看病 医院 卫生 开药 配药 doctor clinic hospital', at: /卫生(?!间)|诊所|医院|门诊|中医|保健/ },
  { said: '量血压 打针', at: /卫生|诊所|医院|护理/ },
  { said: '买药 抓药 pharmacy', at: /药/ },
  { said: '看牙', at: /口腔|牙/ },
  { said: '买菜 market', at: /菜|集市|生鲜|农贸|超市/ },
  { said: '剪头 剃头 剪发 理发', at: /理发|美发|剪发/ },
  { said: '修鞋 配钥匙 修伞 修手机 修电器', at: /修|钥匙/ },
  { said: '缝补 改衣服 裁缝', at: /缝|裁/ },
  { said: '洗衣服', at: /洗衣/ },
  { said: '取快递 寄快递 快递', at: /快递|邮/ },
  { said: '取钱 存钱 atm bank', at: /银行|信用社|自动取款/ },
  { said: '办社保 社保 办证 盖章 开证明', at: /政务|便民服务|党群|居委|社区服务中心/ },
  { said: '喝咖啡 咖啡馆 cafe coffee', at: /咖啡|caf[eé]|coffee/i },
  { said: '停车 车位 parking', at: /停车|车位/ },
  { said: '充电 充电桩', at: /充电/ },
  { said: '上厕所 厕所 卫生间 洗手间 wc toilet', at: /厕|卫生间/ },
  { said: '开会 议事', at: /议事|会议/ },
  { said: '办酒 红白喜事', at: /红白|礼堂|喜事/ },
]
