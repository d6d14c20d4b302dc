package data

// CorrectionWords is what a result says, as a text, of what was corrected after the
// count was closed, and of figures that are not shown yet.
type CorrectionWords struct {
	Version string // version, count: of a result that was corrected
	Broken  string // what a correction left of a seal
	Sheet   string // version, bundle, sheet, change
	Piles   string // version, name, change
	Heads   string // version, name, change
	Change  string // was, now, reason, by
	Unsaid  string // reason, by: of a class too small to say what its sheets say
	Before  string // version, counts, suggested, decided: of one subject
	TooFew  string // fewest
}

var correctionZH = CorrectionWords{
	Version: "第 {version} 版，计票结束后更正 {count} 处",
	Broken:  "已因更正失去封存，须再次封存",
	Sheet:   "第 {version} 版：第 {bundle} 束第 {sheet} 张{change}",
	Piles:   "第 {version} 版：{name}分堆{change}",
	Heads:   "第 {version} 版：{name}人数{change}",
	Change:  "原为 {was}，改为 {now}（理由：{reason}；核实人 {by}）",
	Unsaid:  "已更正，该类评议表太少，内容不列（理由：{reason}；核实人 {by}）",
	Before:  "第 {version} 版  {counts}  测评建议等次 {suggested}  综合评价等次 {decided}",
	TooFew:  "录满 {fewest} 张以前不显示票数和等次",
}

var correctionEN = CorrectionWords{
	Version: "version {version}, {count} corrected after the count was closed",
	Broken:  "no longer sealed since it was corrected; to be sealed again",
	Sheet:   "version {version}: bundle {bundle}, sheet {sheet} {change}",
	Piles:   "version {version}: {name} piles {change}",
	Heads:   "version {version}: {name} heads {change}",
	Change:  "was {was}, is {now} (reason: {reason}; seen by {by})",
	Unsaid:  "corrected; the class is too small to say what its sheets say (reason: {reason}; seen by {by})",
	Before:  "version {version}  {counts}  suggested {suggested}  decided {decided}",
	TooFew:  "no figure or grade is shown before {fewest} sheets are read",
}
