package typeset

// statistical are words that headings and labels are better not broken in. There
// is no dictionary here: these are those that such texts are full of. A break
// inside one costs something and is not forbidden.
var statistical = byFirst(`
	不变价格 主要 产业 产值 产品 产量 人均 今年 以来 价格 企业 信息 全区 全市 全年 全省 公共
	农业 农村 出口 利润 利用 制造业 加快 发展 可支配 可比价 同期 同比 名义 周转量 回升 回落
	固定 国内 国家 地区 城镇 增加值 增幅 增速 增长 外资 失业率 完成 实现 实际 居民 工业 平均
	平稳 建筑业 建设 开发 总产值 总体 总值 总量 总额 恢复 房地产 扩大 技术 投资 持续 指数 指标
	提高 收入 收窄 数据 旅游 服务业 来源 构成 汽车 消费 消费品 环比 生产总值 用电量 目标 社会
	税收 第一 第三 第二 粮食 累计 经济 统计 规模 设备 贡献率 财政 货运量 贸易 走势 转正 达到
	运行 运输 进出口 进口 进度 连续 金融 降幅 零售总额 零售额 面积 预期 预算 首次 高技术`)

// weigh makes breaks inside words dearer, and those at marks and spaces cheaper
// than others.
func weigh(items []item) {
	for i := 1; i < len(items); i++ {
		it, prev := &items[i], &items[i-1]
		if it.class == hanzi && prev.class != closing && prev.class != space && prev.class != nothing {
			it.cost += labelMarkCost
		}
		if prev.class != hanzi || it.class != hanzi {
			continue
		}
		for k := range prefix(items[i-1:], statistical) - 1 {
			items[i+k].cost = wordCost
		}
	}
}
