package main

func mirror(c *campaign) error        { return nil }
func mirrorControl(c *campaign) error { return breaks("to come") }
