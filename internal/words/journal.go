package words

// Where a fault of the journal is.

func ReasonBehind(l Language) string { return l.in("（{reason}）", " ({reason})") }
func PlaceOfRecord(l Language) string {
	return l.in("{path} 第 {record} 条记录", "{path}, record {record}")
}
func PlaceOfLine(l Language) string {
	return l.in("{path} 第 {line} 行（第 {record} 条记录）", "{path}, line {line} (record {record})")
}

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
	"behind":    {"{place} 与副本的记录数不同{reason}。请打开会议，由程序重建。", "{place} does not hold the same records as its twin{reason}; open the session to have it rebuilt."},
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
	"unseen-record": {"第 {records} 条记录（{kinds}）已存盘但可能没有显示过，请与纸质材料核对。", "Record {records} ({kinds}) is on disk but may never have been shown; compare it with the paper."},
	"single-copy":   {"第 {records} 条记录（{kinds}）只在两个文件之一中，已补齐。", "Record {records} ({kinds}) stood in one of the two files only, and stands in both now."},
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
	"full":      {"{path} 所在磁盘已满，请腾出空间后重试。", "{path} lies on a full disk; free some space and try again."},
	"other":     {"{path} 无法读写（{reason}），请检查文件和磁盘。", "{path} cannot be read or written ({reason}); look at the file and the disk."},
}
