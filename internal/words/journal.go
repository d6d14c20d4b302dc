package words

import (
	"fmt"
	"regexp"
	"strings"
)

// Where a fault of the journal is.

func ReasonBehind(l Language) string { return l.in("（{reason}）", " ({reason})") }
func PlaceOfRecord(l Language) string {
	return l.in("{path} 第 {record} 条记录", "{path}, record {record}")
}
func PlaceOfLine(l Language) string {
	return l.in("{path} 第 {line} 行（第 {record} 条记录）", "{path}, line {line} (record {record})")
}

// FoundInJournal is what the journal says that it was doing or has found. What only
// an engineer could use is left out where it would have to be said in English.
func FoundInJournal(l Language, detail string) string {
	if l == English || detail == "" {
		return detail
	}
	var numbers []any
	form := figures.ReplaceAllStringFunc(detail, func(n string) string {
		numbers = append(numbers, n)
		return "%s"
	})
	if said, ok := foundInJournal[form]; ok {
		return fmt.Sprintf(said, numbers...)
	}
	if strings.HasPrefix(form, "record %s ") {
		return fmt.Sprintf("第 %s 条记录损坏", numbers[0])
	}
	for english, said := range damagesOfFile {
		if strings.HasPrefix(detail, "it "+english) {
			return said
		}
	}
	return ""
}

var figures = regexp.MustCompile(`[0-9]+`)

var foundInJournal = map[string]string{
	"%s MB are free":                            "剩余 %s MB",
	"%s bytes are free":                         "剩余 %s 字节",
	"a session begins with at least one record": "会议至少有一条记录",
	"another file has its name":                 "同名的已是另一个文件",
	"asking for free space":                     "查询剩余空间时",
	"closing it":                                "关闭时",
	"committing the record":                     "存入记录时",
	"flushing the folder":                       "写文件夹时",
	"flushing the record":                       "写出记录时",
	"it does not stay rebuilt":                  "重建后又变了",
	"it has %s bytes instead of %s":             "有 %s 字节，应为 %s 字节",
	"it has no newline at its end":              "末尾不完整",
	"it is closed":                              "已关闭",
	"it is gone":                                "已不在",
	"it is not a file":                          "不是普通文件",
	"it is the database of another program":     "是其他程序的数据库",
	"it was changed while it was being opened":  "打开时被改动",
	"it was missing":                            "原来不在",
	"it ended with record %s of %s":             "止于第 %s 条，应有 %s 条",
	"locking it":                                "锁定时",
	"looking at it":                             "查看时",
	"looking for it":                            "查找时",
	"making it":                                 "建立时",
	"opening it":                                "打开时",
	"putting the rebuilt file in its place":     "替换文件时",
	"reading it again":                          "再次读取时",
	"reading it":                                "读取时",
	"writing it anew":                           "重建时",
	"writing the record":                        "写入记录时",
	"writing what it lacks":                     "补写记录时",
}

var damagesOfFile = map[string]string{
	"is damaged": "文件损坏", "is empty": "文件为空", "is not a session file": "不是会议文件", "is unfinished": "文件不完整",
}

// SaidBySystem is what the system says, in Chinese as far as it is anything that a
// chair or a clerk could act on.
func SaidBySystem(l Language, said string) string {
	if l == English {
		return said
	}
	if chinese, known := saidBySystem[strings.ToLower(strings.TrimSuffix(said, "."))]; known {
		return chinese
	}
	return "系统报错"
}

var saidBySystem = map[string]string{
	"no space left on device": "磁盘已满", "disk quota exceeded": "磁盘配额已满", "file too large": "文件太大", "it is not a plain file": "不是普通文件",
	"input/output error": "磁盘读写出错", "read-only file system": "磁盘只读", "permission denied": "没有权限",
	"operation not permitted": "没有权限", "no such file or directory": "文件不存在", "not a directory": "不是文件夹",
	"is a directory": "是文件夹", "broken pipe": "接收方已关闭", "bad file descriptor": "文件已关闭",
	"too many open files": "打开的文件太多", "file name too long": "名称太长", "no such device": "设备已拔出",
	"no such device or address": "设备已拔出", "transport endpoint is not connected": "网络盘已断开",
	"stale file handle": "网络盘已断开", "access is denied": "没有权限", "the media is write protected": "磁盘写保护",
	"there is not enough space on the disk": "磁盘已满", "the device is not ready": "设备未就绪",
}

// TornKept follows the note of an unfinished write once its bytes were put beside.
func TornKept(l Language) string {
	return l.in("没有写完的部分另存为 {kept}。", " What there is of it is kept as {kept}.")
}

// Colon stands between two parts of what was found.
func Colon(l Language) string { return l.in("：", ": ") }

var journalFaults = table{
	"exists":    {"{place} 已经存在，绝不覆盖{reason}。请换一个名称，或打开已有的文件。", "{place} exists already and is never overwritten{reason}; choose another name, or open what is there."},
	"missing":   {"{place} 不存在{reason}。请检查名称和文件夹。", "{place} does not exist{reason}; check the name and the folder."},
	"empty":     {"{place} 是空文件，不是会议文件{reason}。请从副本恢复。", "{place} is empty, which no session is{reason}; restore a copy."},
	"foreign":   {"{place} 不是会议文件{reason}。请选择本程序建立的文件。", "{place} is not a session{reason}; choose a file that this program made."},
	"locked":    {"{place} 正在使用中{reason}。请先在另一个窗口或程序中关闭。", "{place} is in use{reason}; close it in the other window or program first."},
	"read-only": {"{place} 不能写入{reason}。请把会议文件移到自己的文件夹。", "{place} may not be written{reason}; move the session to a folder of your own."},
	"damaged":   {"{place} 已损坏{reason}。请保留原文件不动，从副本恢复。", "{place} is damaged{reason}; keep the files as they are and restore a copy."},
	"torn":      {"{place} 不完整{reason}。请重新取得完整的文件。", "{place} is unfinished{reason}; ask for the whole file again."},
	"forked":    {"{place} 与副本各有一条同号的有效记录，内容不同{reason}。请保留两个文件，查明哪个正确。", "{place} and its twin each hold a good record of this number, and not the same{reason}; keep both files and find out which is right."},
	"disk-full": {"{place} 磁盘已满，没有写入{reason}。请腾出空间后重试。", "{place} was not written because the disk is full{reason}; free some space and try again."},
	"low-space": {"{place} 所在磁盘空间不足{reason}。请尽快腾出空间。", "{place} lies on a disk that is nearly full{reason}; free some space soon."},
	"replaced":  {"{place} 在使用中被删除、替换或改动{reason}。请停止录入，重新打开会议。", "{place} was deleted, replaced or changed while it was open{reason}; stop entering and open the session again."},
	"storage":   {"{place} 读写失败{reason}。请停止录入，重新打开会议。", "{place} could not be read or written{reason}; stop entering and open the session again."},
	"stopped":   {"{place} 不再接收记录{reason}。请重新打开会议。", "{place} takes no more records{reason}; open the session again."},
	"bad-entry": {"{place} 不能存入这样的记录{reason}。没有写入任何内容。", "{place} cannot take such a record{reason}; nothing was written."},
}

var openingNotes = table{
	"book-rebuilt":  {"{file} 已按副本重建（{reason}），原文件保留为 {kept}。", "{file} was rebuilt from its twin ({reason}); the old file is kept as {kept}."},
	"twin-rebuilt":  {"副本 {file} 已重建（{reason}），原文件保留为 {kept}。", "The twin {file} was rebuilt ({reason}); the old file is kept as {kept}."},
	"unseen-record": {"第 {records} 条记录（{kinds}）已保存但可能没有显示过，请与纸质材料核对。", "Record {records} ({kinds}) is on disk but may never have been shown; compare it with the paper."},
	"single-copy":   {"第 {records} 条记录（{kinds}）只在两个文件之一中，打开会议时补齐另一个。", "Record {records} ({kinds}) stands in one of the two files only; opening the session adds it to the other."},
	"torn-line":     {"{file} 末尾有一次没有写完的记录，不计入；下一条是第 {first} 条。", "{file} ended in a write that was never finished, which does not count; record {first} is the next."},
	"records-lost":  {"第 {records} 条记录已无法证明，视为丢失。请与纸质材料核对。", "Record {records} can no longer be proven and is lost; compare with the paper."},
}

// Folders that are no place for a session, and what the system says of a file.

func FolderUnfit(l Language, code string) string { return folderUnfits[code].in(l) }

var folderUnfits = table{
	"synced":    {"{path} 在同步文件夹中，同步程序可能改动会议文件。请改放在本机的普通文件夹。", "{path} lies in a synchronised folder, where another program may change it. Keep sessions in an ordinary folder of this computer."},
	"removable": {"{path} 在可移动磁盘上，拔出会丢失记录。请改放在本机磁盘。", "{path} lies on a removable disk; pulling it out loses records. Keep sessions on this computer's own disk."},
	"network":   {"{path} 在网络盘上，断网会丢失记录。请改放在本机磁盘。", "{path} lies on a network drive; a lost connection loses records. Keep sessions on this computer's own disk."},
}

func FileTrouble(l Language, code string) string { return fileTroubles[code].in(l) }

var fileTroubles = table{
	"missing":   {"{path} 不存在，请检查名称和文件夹。", "{path} does not exist; check the name and the folder."},
	"exists":    {"{path} 已经存在，不会覆盖，请换一个名称。", "{path} exists already and is not overwritten; choose another name."},
	"denied":    {"{path} 没有读写权限，请换到自己的文件夹。", "{path} may not be read or written; choose a folder of your own."},
	"directory": {"{path} 是文件夹，请写出文件名。", "{path} is a folder; write the name of a file."},
	"no-file":   {"{path} 不是普通文件，请指定一个文件。", "{path} is no ordinary file; name a file."},
	"full":      {"{path} 所在磁盘已满，请腾出空间后重试。", "{path} lies on a full disk; free some space and try again."},
	"other":     {"{path} 无法读写（{reason}），请检查文件和磁盘。", "{path} cannot be read or written ({reason}); look at the file and the disk."},
}
