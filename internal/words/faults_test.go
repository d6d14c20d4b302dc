package words

import (
	"testing"

	"shuping/internal/fault"
	"shuping/internal/meeting"
)

func TestAFaultIsSaidInTheLanguageAskedFor(t *testing.T) {
	full := fault.Reason("no space left on device")
	odd := fault.Reason("EWHAT")
	for _, c := range []struct {
		f      *fault.Fault
		zh, en string
	}{
		{fault.New("seal", "word-count", "found", 7, "expected", 8),
			"输入了 7 个词，应为 8 个，请看是否漏了或多了一个。", "7 words were typed and there are 8; see which was left out or doubled."},
		{fault.New("attached", "empty").In(fault.Place{File: "照片.jpg"}),
			"照片.jpg 是空文件，没有可以附上的内容。", "照片.jpg is empty; there is nothing to attach."},
		{fault.New("attached", "empty"), "附件 是空文件，没有可以附上的内容。", "the attached file is empty; there is nothing to attach."},
		{fault.New("seal", "key-storage", "path", "k", "reason", full),
			"签名密钥 k 没有写成（磁盘已满），没有留下半个文件；请检查文件夹和磁盘空间。",
			"The signing key k could not be written (no space left on device), and nothing of it was left; check the folder and the space on the disk."},
		{fault.New("seal", "key-unreadable", "path", "k", "reason", odd),
			"签名密钥 k 读不出来（系统报错）；请检查文件及其权限。", "The signing key k cannot be read (EWHAT); check the file and who may read it."},
		{fault.New("elsewhere", "odd").Because(fault.New("seal", "word-count", "found", 7, "expected", 8)),
			"输入了 7 个词，应为 8 个，请看是否漏了或多了一个。", "7 words were typed and there are 8; see which was left out or doubled."},
		{fault.New("intake", "too-many", "stack", fault.About{What: meeting.StackName{Class: "群众", Vote: 2, On: "张三", Of: 1}}, "sheets", 3, "collected", 2, "read", 0),
			"群众 第2轮（张三）：文件里有 3 张，收回 2 张，已录 0 张，放不下。请核对文件和收回数。",
			"群众 vote 2 (张三): the file has 3 sheets; 2 were collected and 0 are entered already. Compare the file with the number collected."},
		{fault.New("intake", "too-many", "stack", fault.About{What: meeting.StackName{}}, "sheets", 3, "collected", 2, "read", 0),
			"文件里有 3 张，收回 2 张，已录 0 张，放不下。请核对文件和收回数。",
			"the file has 3 sheets; 2 were collected and 0 are entered already. Compare the file with the number collected."},
		{fault.New("elsewhere", "odd"), "elsewhere: odd", "elsewhere: odd"},
	} {
		if got := Fault(Chinese, c.f); got != c.zh {
			t.Errorf("%s", got)
		}
		if got := Fault(English, c.f); got != c.en {
			t.Errorf("%s", got)
		}
	}
}
