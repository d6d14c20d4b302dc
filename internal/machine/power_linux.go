package machine

import "os"

func readPower() (Power, int) { return readSupplies(os.DirFS("/sys/class/power_supply")) }
