package words

// What is said of the door by which other terminals come in, and of who sits there.

func DoorName(l Language) string {
	return l.in("让另一台电脑看会场…", "let another computer watch…")
}
func DoorHead(l Language) string {
	return l.in("让另一台电脑看会场（网线直连或会场局域网，不上互联网）", "Let another computer watch (a cable or the hall's own network, never the internet)")
}
func DoorIsShut(l Language) string {
	return l.in("现在谁也进不来。选本机的一个地址，按 Enter 开始；另一台电脑要连在同一根网线或同一个网络上。", "Nobody can come in now. Choose an address of this computer and press Enter; the other computer must be on the same cable or network.")
}
func DoorHalted(l Language) string {
	return l.in("口令输错太多次，已经自动停止，谁也进不来；正在看的还在。按 Enter 重新开始：换新口令，正在看的要重新进来。", "Too many wrong PINs have shut it, and nobody can come in; who watches already stays. Enter opens it anew, with another PIN that they need too.")
}
func DoorOpen(l Language) string { return l.in("让人进来", "let others in") }
func DoorShut(l Language) string {
	return l.in("停止，请所有人退出", "shut it, and end every seat")
}
func DoorStays(l Language) string { return l.in("不让人进来", "let nobody in") }
func DoorStaysOpen(l Language) string {
	return l.in("照旧", "leave it as it is")
}
func DoorOpens(l Language) string {
	return l.in("让另一台电脑从 {address} 进来看？", "Let another computer in at {address}?")
}
func DoorOpensWhat(l Language) string {
	return l.in("它只能看会场画面，什么也录不进来；要输入口令才能进。系统问是否允许访问网络时，请选允许。", "It only sees what the hall sees and records nothing, and needs a PIN. Where the system asks whether to allow network access, allow it.")
}
func DoorShuts(l Language) string {
	return l.in("停止以后谁也进不来，正在看的 {n} 台会退出。停止？", "Nobody can come in any more, and the {n} that watch are ended. Shut it?")
}
func SeatStays(l Language) string { return l.in("让它留下", "let it stay") }
func SeatOut(l Language) string   { return l.in("请它退出", "put it out") }
func SeatGoes(l Language) string {
	return l.in("请“{role}”{from} 退出？", "Put out “{role}” at {from}?")
}
func SeatSince(l Language) string { return l.in("{hour} 起", "since {hour}") }

func DoorCommand(l Language) string { return l.in("那台电脑上", "Type there") }
func DoorPIN(l Language) string     { return l.in("口令（{role}）", "PIN ({role})") }
func DoorPrint(l Language) string   { return l.in("指纹", "Fingerprint") }
func DoorYes(l Language) string {
	return l.in("第一次连接时那台电脑会显示指纹，与上面一行相同才输入 yes，再输入口令。", "At the first time it shows a fingerprint: type yes only if it is the one above, then the PIN.")
}
func DoorWrong(l Language) string {
	return l.in("口令输错 {n} 次。", "{n} wrong PINs.")
}
func DoorType(l Language) string {
	return l.in("在另一台电脑的命令行里输入上面的 ssh 一行", "type the line with ssh in a terminal of the other computer")
}
func DoorNobody(l Language) string {
	return l.in("还没有人连上来：看网线、是否同一网络、防火墙是否允许", "nobody has come: look at the cable, the network and the firewall")
}
func DoorNowhere(l Language) string {
	return l.in("本机没有可用的地址：插网线或连会场网络，地址会自动出现", "this computer has no address that can be used: plug in a cable, and one appears")
}
func DoorChoose(l Language) string {
	return l.in("选地址，按 Enter", "choose an address, then Enter")
}

func DoorRow(l Language) string     { return l.in("另一台电脑看会场", "Another computer") }
func DoorRowShut(l Language) string { return l.in("没有开", "not let in") }
func DoorRowOpen(l Language) string { return l.in("已开，{n} 台在看", "let in, {n} watching") }

func DoorOpened(l Language) string {
	return l.in("另一台电脑可以进来了。", "Another computer can come in now.")
}
func DoorClosed(l Language) string {
	return l.in("已停止，谁也进不来。", "It is shut; nobody can come in.")
}

// SeatRole is what a seat is for.
func SeatRole(l Language, role string) string { return seatRoles[role].in(l) }

var seatRoles = table{
	"eye": {"看", "watch"},
}
