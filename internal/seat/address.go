package seat

import (
	"cmp"
	"net"
	"net/netip"
	"slices"
)

// An Offer is an address of this computer that others may reach.
type Offer struct {
	Address   string
	Interface string // as the system calls it
}

// Offers lists the addresses of this computer at which a door can be: private ones
// first, then those of a straight cable; of IPv6 only where there is no other.
func Offers() []Offer {
	interfaces, err := net.Interfaces()
	if err != nil {
		return nil
	}
	var all []addressed
	for _, i := range interfaces {
		if i.Flags&net.FlagUp == 0 || i.Flags&net.FlagLoopback != 0 {
			continue
		}
		addresses, err := i.Addrs()
		if err != nil {
			continue
		}
		for _, a := range addresses {
			if p, err := netip.ParsePrefix(a.String()); err == nil {
				all = append(all, addressed{p.Addr().Unmap(), i.Name})
			}
		}
	}
	return offers(all)
}

type addressed struct {
	ip  netip.Addr
	via string
}

// rank is how good an address is, the least first; 0 for one that is not offered. One
// of IPv6 that needs its zone only this computer knows.
func (a addressed) rank() int {
	switch {
	case a.ip.Is4() && a.ip.IsPrivate():
		return 1
	case a.ip.Is4() && a.ip.IsLinkLocalUnicast():
		return 2
	case a.ip.Is6() && a.ip.IsPrivate():
		return 3
	}
	return 0
}

func offers(all []addressed) (out []Offer) {
	all = slices.DeleteFunc(all, func(a addressed) bool { return a.rank() == 0 })
	slices.SortStableFunc(all, func(a, b addressed) int { return cmp.Compare(a.rank(), b.rank()) })
	for _, a := range all {
		if a.ip.Is6() && len(out) > 0 && all[0].ip.Is4() {
			break
		}
		out = append(out, Offer{a.ip.String(), a.via})
	}
	return out
}
