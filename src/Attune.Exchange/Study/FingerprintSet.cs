namespace Attune.Exchange.Study;

/// <summary>Which fingerprints were there: 16 bytes each, at most three quarters of the places taken.</summary>
internal sealed class FingerprintSet
{
    private UInt128[] _places = new UInt128[1024];
    private int _count;

    /// <summary>False: it was there.</summary>
    public bool Add(UInt128 fingerprint)
    {
        // Nought marks a free place.
        if (fingerprint == 0)
            fingerprint = 1;
        if (4L * (_count + 1) > 3L * _places.Length)
            Grow();
        if (!Put(_places, fingerprint))
            return false;
        _count++;
        return true;
    }

    private static bool Put(UInt128[] places, UInt128 fingerprint)
    {
        var at = (int)((ulong)fingerprint & (ulong)(places.Length - 1));
        while (places[at] != 0)
        {
            if (places[at] == fingerprint)
                return false;
            at = (at + 1) & (places.Length - 1);
        }

        places[at] = fingerprint;
        return true;
    }

    private void Grow()
    {
        var larger = new UInt128[2 * _places.Length];
        foreach (var kept in _places)
        {
            if (kept != 0)
                Put(larger, kept);
        }

        _places = larger;
    }
}
