package machine

import (
	"context"
	"os/exec"
	"time"
)

func readPower() (Power, int) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	text, err := exec.CommandContext(ctx, "/usr/bin/pmset", "-g", "batt").Output()
	if err != nil {
		return Untold, Unknown
	}
	return readPmset(string(text))
}
