package check

// An identity of accounts (parts and total, months and year) that holds in most
// periods and fails in one is broken by a slip. One that fails again and again
// is no identity of these figures: the source revised some of them, or defines
// them otherwise. judge tells the two apart.

// judge sorts the failures of an identity, given in the order of time whether it
// holds: slips stand alone among periods that hold, the rest is a pattern.
func judge(holds []bool) (slips, pattern []int) {
	var failures []int
	for i, ok := range holds {
		if !ok {
			failures = append(failures, i)
		}
	}
	n, f := len(holds), len(failures)
	mostly := n-f > f || f == 1 && n == 2
	if !mostly || f > 2 && 4*f > n {
		return nil, failures
	}
	for i := 0; i < f; {
		j := i + 1
		for j < f && failures[j] == failures[j-1]+1 {
			j++
		}
		if j-i <= 2 {
			slips = append(slips, failures[i:j]...)
		} else {
			pattern = append(pattern, failures[i:j]...)
		}
		i = j
	}
	return slips, pattern
}
