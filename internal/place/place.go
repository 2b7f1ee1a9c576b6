// Package place puts the names of Chinese places into English, for an office to
// check: by their official forms where these are not the sound of the
// characters, else by that sound (GB/T 28039—2011: words in pinyin, the generic
// part translated).
package place

import (
	"strings"

	"github.com/mozillazg/go-pinyin"
)

// English proposes the English name of a Chinese place, 临江市: Linjiang; false
// where a character has no sound known.
func English(zh string) (string, bool) {
	zh = strings.TrimSpace(zh)
	if s, ok := known[zh]; ok {
		return s, true
	}
	for _, p := range provinces { // 浙江省宁波市: the last part
		if rest, ok := strings.CutPrefix(zh, p); ok && rest != "" {
			zh = rest
			break
		}
	}
	if s, ok := known[zh]; ok {
		return s, true
	}
	if strings.HasPrefix(zh, "某") { // no place at all
		return "", false
	}
	name, kind := zh, ""
	for _, k := range kinds {
		if rest, ok := strings.CutSuffix(zh, k.zh); ok && rest != "" {
			name, kind = rest, k.en
			break
		}
	}
	word, ok := sound(name)
	return word + kind, ok
}

// sound is a name in pinyin, as one word: Xi'an.
func sound(name string) (string, bool) {
	if s, ok := known[name]; ok {
		return s, true
	}
	args := pinyin.NewArgs()
	var b strings.Builder
	for i, r := range []rune(name) {
		s := inPlaces[r]
		if s == "" {
			list := pinyin.SinglePinyin(r, args)
			if len(list) == 0 {
				return "", false
			}
			s = strings.NewReplacer("lv", "lü", "nv", "nü").Replace(list[0])
		}
		if i > 0 && strings.ContainsRune("aeo", rune(s[0])) {
			b.WriteByte('\'')
		}
		b.WriteString(s)
	}
	s := b.String()
	if s == "" {
		return "", false
	}
	return strings.ToUpper(s[:1]) + s[1:], true
}

var kinds = []struct{ zh, en string }{
	{"经济技术开发区", " Economic and Technological Development Zone"}, {"高新技术产业开发区", " High-tech Industrial Development Zone"}, {"经济开发区", " Economic Development Zone"},
	{"高新区", " High-tech Zone"}, {"经开区", " Economic Development Zone"}, {"开发区", " Development Zone"}, {"示范区", " Demonstration Zone"}, {"工业园区", " Industrial Park"}, {"园区", " Park"},
	{"新区", " New Area"}, {"自治县", " Autonomous County"}, {"自治州", " Autonomous Prefecture"}, {"自治旗", " Autonomous Banner"}, {"地区", " Prefecture"},
	{"街道", " Subdistrict"}, {"省", " Province"}, {"市", ""}, {"区", " District"}, {"县", " County"}, {"盟", " League"}, {"旗", " Banner"}, {"镇", " Town"}, {"乡", " Township"},
}

var provinces = []string{"河北省", "山西省", "辽宁省", "吉林省", "黑龙江省", "江苏省", "浙江省", "安徽省", "福建省", "江西省", "山东省", "河南省", "湖北省", "湖南省", "广东省", "海南省", "四川省", "贵州省", "云南省",
	"陕西省", "甘肃省", "青海省", "内蒙古自治区", "广西壮族自治区", "西藏自治区", "宁夏回族自治区", "新疆维吾尔自治区", "北京市", "天津市", "上海市", "重庆市"}

// inPlaces are characters that sound otherwise in names of places than they
// mostly do.
var inPlaces = map[rune]string{'长': "chang", '厦': "xia", '重': "chong", '都': "du", '番': "pan", '单': "shan", '莞': "guan", '蚌': "beng", '埔': "pu", '陂': "pi", '尉': "yu", '浚': "xun", '蔚': "yu", '涡': "guo", '洞': "tong", '莘': "shen",
	'泌': "bi", '犍': "qian", '筠': "jun", '枞': "zong", '召': "shao", '渑': "mian", '参': "shen", '盛': "sheng", '行': "xing", '调': "diao", '乾': "qian", '会': "hui", '解': "jie", '石': "shi", '仇': "qiu", '朴': "piao"}

// known are names that are not written by their sound, and those of which a
// character sounds otherwise in this one place.
var known = func() map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(`全国 China|中国 China|全省 the province|全市 the city|全县 the county|全区 the district|全州 the prefecture|本市 the city|本县 the county|本区 the district|本省 the province
陕西 Shaanxi|陕西省 Shaanxi Province|内蒙古 Inner Mongolia|内蒙古自治区 Inner Mongolia Autonomous Region|广西 Guangxi|广西壮族自治区 Guangxi Zhuang Autonomous Region|西藏 Xizang|西藏自治区 Xizang Autonomous Region
宁夏 Ningxia|宁夏回族自治区 Ningxia Hui Autonomous Region|新疆 Xinjiang|新疆维吾尔自治区 Xinjiang Uygur Autonomous Region|香港 Hong Kong, China|香港特别行政区 Hong Kong Special Administrative Region
澳门 Macao, China|澳门特别行政区 Macao Special Administrative Region|台湾 Taiwan, China|台湾省 Taiwan Province|呼和浩特 Hohhot|乌鲁木齐 Urumqi|拉萨 Lhasa|哈尔滨 Harbin|齐齐哈尔 Qiqihar|鄂尔多斯 Ordos|呼伦贝尔 Hulunbuir
巴彦淖尔 Bayannur|乌兰察布 Ulanqab|锡林郭勒 Xilingol|阿拉善 Alxa|克拉玛依 Karamay|吐鲁番 Turpan|哈密 Hami|喀什 Kashgar|阿克苏 Aksu|和田 Hotan|伊犁 Ili|日喀则 Xigaze|昌都 Qamdo|林芝 Nyingchi|山南 Shannan|那曲 Nagqu|阿里 Ngari
包头 Baotou|六安 Lu'an|六合 Luhe|铅山 Yanshan|荥经 Yingjing|大埔 Dabu|乐清 Yueqing|乐亭 Laoting|中牟 Zhongmu|牟平 Muping|会稽 Kuaiji|郫都 Pidu|临朐 Linqu|大城 Daicheng|获嘉 Huojia|繁峙 Fanshi|丽水 Lishui|莘庄 Xinzhuang|长白 Changbai|东阿 Dong'e`, "\n") {
		for _, pair := range strings.Split(line, "|") {
			zh, en, _ := strings.Cut(pair, " ")
			m[zh] = en
		}
	}
	return m
}()
