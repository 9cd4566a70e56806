"""Names that the first lists of given names and family names did not have, from memory as they are.

Given names of those who came to Norway in the last years, rare Norwegian ones and what people are
called at home; family names of the same. None of them is an everyday word.
"""

from __future__ import annotations

_GIVEN = """
Abdelaziz Abdiaziz Abdulqadir Abena Abrehet Adan Adhanom Adiam Adomas Adrianna Afrah Agata Agne
Agnieszka Ahlam Ainars Aivars Akosua Alaa Aleksas Alemayehu Alexandru Algirdas Alicja Aliyah Almir
Amani Amanuel Amel Amela Aminata Amra Analyn Ananya Anastasiia Anatolii Andris Aneta Anjali
Annelin Annkristin Annlisbeth Annmarit Anwar Arben Aref Aregai Arian Arjun Arkadiusz Arrozan Arta
Arwa Asha Asmaa Asmeret Asmir Audgeir Audhild Audrius Aurimas Ausra Awet Ayaan Ayub Bahati Baraka
Basma Bassam Batool Beba Bereket Berhane Bibbi Bilal Binta Birhan Birute Bittelill Blerina Bohdan
Bozena Camila Catalin Catalina Cezary Chau Chiara Chidi Chinedu Chrisse Claudine Conny Cristina
Cristobal Dagunn Dainius Daiva Dalal Dalius Dania Daniat Daryna Deepak Deividas Denny Denys
Dieudonne Diyar Doina Dordei Driton Dudda Dumitru Dzintra Ebrahim Ebrima Edita Edyta Efrem
Egidijus Egle Einride Eldana Eldfrid Eliana Ellie Elsabet Elvir Elzbieta Emeka Emrik Enes Ermias
Esperance Esra Evija Faduma Fahima Faraja Fardowsa Farhan Fayza Fikadu Fikret Fiyori Flamur
Francesca Francisca Freweini Furaha Gediminas Genevieve Gezim Ghada Ghebre Gheorghe Giedre
Gintaras Gintare Girmay Giulia Gjertine Gonzalo Gretelise Guled Gullborg Gunnhilde Guntis Haben
Hafiz Hailemichael Hailey Haldis Halimo Halina Hallbera Hallkjell Halyna Hanad Hanh Hanspetter
Hatidza Haval Hayat Heba Hennie Henok Henryk Hermela Hermon Hernan Hibaq Hieu Hiwa Hoang Hossein
Huong Husam Ibado Ibrahima Idil Ieva Ifrax Ihor Ikram Ilaria Ilham Ilhan Ilona Ilze Iman Immaculee
Imre Ineta Ingeleiv Ingelise Ingulf Intisar Isabell Isatou Ismahan Ismet Ivanna Ivhild Iwona Jaber
Jabril Janusz Jarleif Jaswinder Jayson Jendrik Jhoanna Jibril Jihan Jocelyn Jofrid Jolita Jonna
Jori Jossa Juozas Jurate Jurgita Juris Jøren Jøri Kacper Kadra Kadri Kaido Kaltun Kanthan Kanya
Karlerik Karwan Kasimir Kaspian Kateryna Kavita Kayla Kestutis Ketil Khadar Khanh Khrystyna Kian
Kibrom Kidane Kidist Kifah Kiki Kisanet Kittil Kjersten Kjølv Knutolav Kofi Kujtim Kularatnam
Kwame Laima Lakshmi Lamya Larysa Layla Levor Liibaan Lilleba Liridon Liudmyla Liviu Liya Ljodolv
Lolla Loredana Loreta Loui Lubna Luisa Lullen Luul Luwam Lyudmyla Madalina Maha Malakai Malar
Malathi Malee Mamadou Mansour Mantas Margido Margus Marharyta Marianna Maribel Maricel Mariia
Mariola Marites Mariusz Marny Maryna Matheo Mattheus Maybritt Maylen Maysa Mebrahtu Medhanie Meena
Mengs Meron Meseret Mewael Michaele Mihaela Mikias Mimmi Mimoza Mircea Mouna Mounir Mulu Mylene
Myroslava Målfred Nadiia Najat Napaporn Nasteho Nathaniel Natnael Nawal Nebiat Neema Negasi
Neringa Ngoc Ngozi Nhung Nibras Nicco Nicoleta Nirmal Nithya Nittaya Nour Nusse Oanh Octavian
Oddmar Oddvald Odne Olbjørg Oleksandra Olha Orawan Osama Ostap Ousmane Ovidiu Paola Parwin Pegah
Perarne Petru Pranee Priit Rahel Ramesh Ramune Rangdi Ratree Rawan Razan Reiel Rezan Riyad Robel
Rodel Roffe Rokas Rosalyn Roxana Roya Rukia Runi Rut Saamund Sabrin Sagal Sahar Samra Samrawit
Sanita Selamawit Senad Senayt Shadi Shahnaz Shamsa Shanthi Shpresa Sienna Siham Silviu Sirak
Siriporn Sita Sivakumar Sjovatt Skirmante Slawomir Snuppa Sofiia Solvei Somchai Steinung Suada
Subhan Suganthi Sunee Supaporn Sveinulf Sylwia Szymon Taletta Targjerd Tayyab Tekle Teklit Terese
Tesfalem Tesfamariam Tetyana Thushara Tjøstolv Tobine Tollak Torggunn Torvard Torvild Traian
Trygvar Tsegay Tsehay Tulla Tutta Tutti Tuyet Urmas Valbona Valdas Valentyna Vasanthi Vebjørg
Vedran Vian Vigulf Viktoriia Vilborg Viljar Viorel Vira Vitalija Waleed Wanida Warda Wasan Weldu
Wieslaw Wiesław Winta Xhevdet Xuan Yahye Yana Yaroslav Yassir Yaw Yelyzaveta Yevheniia Yodit
Yogeswaran Yohannes Yolanda Yosra Younes Yusra Zahid Zahir Zakariya Zeray Zohra Zubeyda Zuhair
Åsfrid Ørnfrid
"""
_WORDS = """
Ari Bella Billie Finn Hoa Lotta Milo Noa Rasa Thu Une Vesla
"""
_FAMILY = """
Aden Ahmadi Arslan Aydin Berhe Bondarenko Boyko Dogan Ebrahimi Fagerli Fernandez Garcia Gonzalez
Grabowski Hadzic Hashemi Hassan Hosseini Hoxha Ivanova Jafari Karimi Kidane Kovalchuk Kovalenko
Kravchenko Lopez Mahmoud Malik Martinez Melnyk Mohammadi Mohamud Moradi Morina Omar Osman Ozturk
Pawlowski Perez Petrova Phan Piotrowski Qureshi Radu Rahimi Rezai Rodriguez Sahin Sanchez Sandhu
Sheikh Shevchenko Stankevicius Syed Tkachenko Vu Yusuf
"""
MORE_DOUBLE = frozenset(_WORDS.split())
"""Given names that are words, or names of other things, as well."""
MORE_GIVEN = frozenset(_GIVEN.split()) | MORE_DOUBLE
"""More given names."""
MORE_FAMILY = frozenset(_FAMILY.split())
"""More family names."""
