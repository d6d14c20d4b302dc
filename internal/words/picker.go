package words

// Looking for a file.

func PickLine(l Language) string { return l.in("查找", "Find") }
func PickHow(l Language) string {
	return l.in("打几个字，或者打入、拖入文件的路径", "some of its name, or its path typed or dropped here")
}
func PickUp(l Language) string     { return l.in("上一层", "the folder above") }
func PickFolder(l Language) string { return l.in("文件夹", "folder") }
func PickEmpty(l Language) string {
	return l.in("这个文件夹是空的。← 到上一层", "This folder is empty; ← goes to the one above.")
}
func PickNoKind(l Language) string {
	return l.in("这里没有能用的文件（{kinds}）。← 到上一层", "Nothing here can be taken ({kinds}); ← goes to the folder above.")
}
func PickNoName(l Language) string {
	return l.in("没有叫这个名字的，换几个字试试。", "Nothing is called so; try other letters.")
}
func PickWrongKind(l Language) string {
	return l.in("{path}：这里只能用 {kinds} 文件，请另选一个。", "{path}: only {kinds} can be taken here; choose another.")
}
