import { expect, test } from "vitest";
import { isSiteLine } from "../../src/read/site-lines.ts";

test.each([
  "首页 > 政务公开 > 政策文件",
  "当前位置：首页 > 规范性文件",
  "您的位置：首页",
  "上一篇：某市节水办法",
  "【下一条】没有了",
  "字体：大 中 小",
  "字号：[大] [中] [小]",
  "分享到：",
  "浏览次数：1024",
  "发布时间：2022-05-08 10:30",
  "发布日期：2022年5月8日 来源：县水利局",
  "来源：县人民政府办公室",
  "责任编辑：某某",
  "索 引 号：000014349/2022-00045",
  "【打印】【关闭】",
  "打印本页 | 关闭窗口",
  "返回顶部",
  "分享到微信朋友圈",
  "点击数 1024 次",
  "扫一扫在手机打开当前页",
  "版权所有：某县人民政府",
  "某ICP备12345678号-1",
])("%s is the site's", (line) => expect(isSiteLine(line)).toBe(true));

test.each([
  "一、上一年度工作回顾",
  "来源于企业的用水数据要逐月核对，并建立台账，由县水利局统一汇总，每季度向县政府报告一次，年底前完成数据核验与归档，纳入考核。",
  "分享工作经验，推广典型做法。",
  "打印机用纸要双面使用",
  "发布时间表和路线图",
  "首页须加盖公章",
  "各镇人民政府，县直各单位：",
  "关闭不达标取水口",
  "",
])("%j is the document's", (line) => expect(isSiteLine(line)).toBe(false));

test("a line longer than any site writes is the document's, whatever it begins with", () => {
  expect(isSiteLine(`当前位置：${"节水".repeat(100)}`)).toBe(false);
});
