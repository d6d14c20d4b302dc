package main

func monkey(c *campaign) error        { return nil }
func monkeyControl(c *campaign) error { return breaks("to come") }
