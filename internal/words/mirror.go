package words

// A copy of the session on another disk.

func MirrorBegin(l Language) string {
	return l.in("镜像到U盘或别的磁盘…", "mirror the meeting to a stick or another disk…")
}
func MirrorEnd(l Language) string { return l.in("停止镜像", "stop mirroring") }
func MirrorInto(l Language) string {
	return l.in("镜像放在哪个文件夹（谁拿到这个盘都能读）", "The folder that the mirror goes into (whoever has the disk can read it)")
}
func MirrorBegun(l Language) string {
	return l.in("正在镜像到 {path}。本机坏了，把这个盘插到另一台电脑上打开镜像，会议从同一处继续。", "Mirroring to {path}. If this computer dies, open that file on another one and the meeting goes on.")
}
func MirrorEnded(l Language) string {
	return l.in("已停止镜像；已有的镜像没有删除。", "Mirroring has stopped; the mirror stays where it is.")
}
func MirrorAt(l Language) string { return l.in("镜像到第 {record} 条", "mirror: record {record}") }
func MirrorHalted(l Language) string {
	return l.in("镜像停在第 {record} 条", "mirror halted at record {record}")
}
func MirrorStarting(l Language) string { return l.in("镜像还没有写上", "mirror: nothing yet") }
func MirrorSameFolder(l Language) string {
	return l.in("{path} 就是会议文件所在的文件夹，起不到备份的作用；请选U盘或别的磁盘。", "{path} is where the session itself lies, which keeps nothing safe; choose a stick or another disk.")
}

func MirrorIsShort(l Language) string {
	return l.in("镜像 {path} 只到第 {mirror} 条，归档包到第 {session} 条。", "The mirror {path} goes to record {mirror}, the export to {session}.")
}
func ExportDespite(l Language) string {
	return l.in("归档包里只有本机的记录。现在导出吗？", "The export has this computer's records alone. Write it now?")
}
func ExportNotYet(l Language) string {
	return l.in("先不导出，处理镜像", "not yet: see to the mirror first")
}
func ExportAnyway(l Language) string { return l.in("照样导出", "write it all the same") }

// A session that is made from a mirror.

func MirrorRestored(l Language) string {
	return l.in("已由镜像恢复到 {path}，共 {records} 条记录，从同一处继续。", "Restored from the mirror to {path}, {records} records; the meeting goes on from there.")
}
func MirrorIsBehind(l Language) string {
	return l.in("本机已有这次会议：镜像到第 {mirror} 条，本机到第 {session} 条，按本机的打开。", "This computer has the meeting already: the mirror goes to record {mirror}, the session here to {session}, which is opened.")
}
func MirrorGoesFurther(l Language) string {
	return l.in("本机的 {path} 只到第 {session} 条，没有改动它。", "{path} on this computer ends at record {session} and was left as it is.")
}
func MirrorForked(l Language) string {
	return l.in("本机的 {path} 与镜像从第 {record} 条起不同：两台电脑各自录过，两份都保留。请停下来核对，以哪一份为准由主持人和监票人决定。",
		"{path} on this computer differs from the mirror from record {record} on: both computers went on. Both are kept. Stop and compare; the chair and the scrutineer decide which stands.")
}
func MirrorNoName(l Language) string {
	return l.in("{path}：同名的会议文件太多，没有恢复；请清理 {folder} 后再试。", "{path}: too many sessions have that name, so nothing was restored; tidy up {folder} and try again.")
}

var mirrorFaults = table{
	"gone":      {"找不到 {file}，U盘可能已拔出；插回后自动补上。", "{file} is not there, perhaps the stick was pulled; what is missing is made up for when it is back."},
	"full":      {"{file} 所在的磁盘已满；清出空间后自动补上。", "The disk of {file} is full; what is missing is made up for when there is room."},
	"read-only": {"{file} 所在的磁盘不能写入；请打开写保护开关，或停止镜像后另选一个盘。", "The disk of {file} may not be written; unlock it, or stop mirroring and choose another."},
	"failed":    {"{file} 没有写进去（{said}）；每秒再试一次，也可以另选一个盘。", "{file} was not written ({said}); it is tried again every second, or choose another disk."},
	"other":     {"{file} 不是这次会议的镜像，没有动它；请另选一个文件夹。", "{file} is no mirror of this meeting and was left alone; choose another folder."},
	"further":   {"{file} 比本机多：本机到第 {record} 条为止。会议已在另一台电脑上继续，请不要在本机再录，以那一台为准或打开镜像。", "{file} has more than this computer, which ends at record {record}: the meeting went on elsewhere. Enter nothing more here; go on there, or open the mirror."},
	"forked":    {"{file} 从第 {record} 条起与本机不同：两台电脑各自录过。请停下来核对，以哪一份为准由主持人和监票人决定。", "{file} differs from this computer from record {record} on: both went on. Stop and compare; the chair and the scrutineer decide which stands."},
}
