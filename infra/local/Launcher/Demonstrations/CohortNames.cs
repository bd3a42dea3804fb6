namespace ConnectingPeople.Local.Launcher.Demonstrations;

/// <summary>Made-up names; whoever bears one in life isn't meant.</summary>
public static class CohortNames
{
    private static readonly string[] First =
    [
        "Abigail", "Adil", "Agnes", "Barry", "Bridget", "Chloe", "Clive", "Dawn", "Deepak", "Edith", "Emeka", "Faye", "Gordon", "Hana", "Hassan",
        "Ivy", "Jerome", "Joan", "Kieran", "Lara", "Leon", "Mabel", "Mohan", "Nora", "Oscar", "Paula", "Quentin", "Rana", "Rhys", "Sadie",
        "Silas", "Teresa", "Umar", "Vera", "Wendy", "Xenia", "Yan",
    ];

    private static readonly string[] Last =
    [
        "Ashworth", "Bello", "Cartwright", "Dhillon", "Eastwood", "Farrow", "Gill", "Hartley", "Ibrahim", "Jennings", "Kaur", "Lomax", "Mistry",
        "Newton", "Okoye", "Pemberton", "Rashid", "Stanley", "Thorne", "Underhill", "Varga", "Winslow", "Yates",
    ];

    /// <summary>The name of the person at a place; two places have the same only after 851, more than there are phones.</summary>
    public static string Of(int place) => $"{First[place % First.Length]} {Last[place % Last.Length]}";
}
