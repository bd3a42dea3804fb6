Console.WriteLine("Connecting People");
