package place

import "testing"

func TestEnglish(t *testing.T) {
	for zh, want := range map[string]string{
		"临江市": "Linjiang", "西安市": "Xi'an", "重庆市": "Chongqing", "厦门市": "Xiamen", "长春市": "Changchun", "吕梁市": "Lüliang", "六安市": "Lu'an", "延安市": "Yan'an",
		"陕西省": "Shaanxi Province", "山西省": "Shanxi Province", "内蒙古自治区": "Inner Mongolia Autonomous Region", "呼和浩特市": "Hohhot", "蔚县": "Yu County", "番禺区": "Panyu District",
		"浙江省宁波市": "Ningbo", "浦东新区": "Pudong New Area", "泗城高新区": "Sicheng High-tech Zone", "东莞市": "Dongguan", "乐清市": "Yueqing", "都江堰市": "Dujiangyan", "全市": "the city",
		"鄂尔多斯市": "Ordos", "蚌埠市": "Bengbu",
	} {
		if got, ok := English(zh); !ok || got != want {
			t.Errorf("%s: %q, want %q", zh, got, want)
		}
	}
	if _, ok := English("Ж市"); ok {
		t.Error("a place that is not Chinese")
	}
}
